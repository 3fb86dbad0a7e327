import type { Stack } from "../graph/stack";
import type { View } from "../graph/view";

/** Something that sets the number of a workload's pods. */
export interface Scaler {
    readonly label: string;
    /** Name of the Deployment. */
    readonly target: string;
    readonly minReplicas: View;
    readonly maxReplicas: View;
}

const HPAS = ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v1:HorizontalPodAutoscaler"];
const SCALED_OBJECT = "kubernetes:keda.sh/v1alpha1:ScaledObject";

/** Scalers that the program makes itself, beside those of the chart. */
export function scalersOf(stack: Stack): readonly Scaler[] {
    return stack.ofType(...HPAS, SCALED_OBJECT).flatMap((resource) => {
        const spec = resource.properties.at("spec");
        const target = spec.text("scaleTargetRef.name");
        const [least, most] =
            resource.type === SCALED_OBJECT ? ["minReplicaCount", "maxReplicaCount"] : ["minReplicas", "maxReplicas"];
        if (target === undefined || least === undefined || most === undefined) return [];
        return [{ label: resource.label, target, minReplicas: spec.at(least), maxReplicas: spec.at(most) }];
    });
}

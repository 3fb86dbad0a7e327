import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const HPA = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a tier has a block of either kind",
            change: (stack) => stack.setValue("worker.autoscaling", { minReplicas: 4, maxReplicas: 30 }),
            at: RELEASE,
            message: `${LABEL}: kaireon-worker is scaled by values.worker.autoscaling and by values.worker.keda: they set its replicas in turn. Remove all but one.`,
        },
        {
            when: "the program adds an autoscaler to the chart's",
            change: (stack) =>
                stack.add({
                    type: HPA,
                    name: "api-memory",
                    props: {
                        spec: {
                            scaleTargetRef: { kind: "Deployment", name: "kaireon-api" },
                            minReplicas: 6,
                            maxReplicas: 50,
                        },
                    },
                }),
            at: RELEASE,
            also: { "kubernetes-objects-go-to-this-cluster": "an added object has the default provider" },
            message: `${LABEL}: kaireon-api is scaled by values.api.autoscaling and by api-memory (${HPA}): they set its replicas in turn. Remove all but one.`,
        },
    ],
    absent: [{ when: "a tier has no scaler", change: (stack) => stack.unsetValue("worker.keda"), passes: true }],
    unknown: [
        {
            when: "what an autoscaler scales is not known",
            change: (stack) =>
                stack
                    .add({ type: HPA, name: "more", props: { spec: { maxReplicas: 50 } } })
                    .setUnknown(HPA, "more", "spec.scaleTargetRef.name"),
            unchecked: `more (${HPA}): spec.scaleTargetRef.name is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the second block is switched off",
            change: (stack) =>
                stack.setValue("worker.autoscaling", { enabled: false, minReplicas: 4, maxReplicas: 30 }),
        },
    ],
};

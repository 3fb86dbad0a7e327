import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";

const ADD_ON = "aws:eks/addon:Addon";
const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const DRIVER = "aws-ebs-csi-driver";
const DRIVER_ACCOUNT = "ebs-csi-controller-sa";

export const volumesHaveADriver = releasePolicy({
    id: "volumes-have-a-driver",
    title: "Volumes of pods have the EBS driver, and the driver has a role",
    why: "A store inside the cluster claims a volume; without a driver that may create one, the claim and its pod stay Pending.",
    fix: "Add the add-on aws-ebs-csi-driver with a role, or keep the stores outside the cluster",
    severity: "medium",
    pitfalls: ["P-SCHED-06"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html"],
    check: (release, stack, report) => {
        const driver = stack.ofType(ADD_ON).find((addOn) => addOn.properties.text("addonName") === DRIVER);
        const inside = storesInside(release);
        if (driver === undefined) {
            if (inside.length === 0 || stack.ofType(ADD_ON).length === 0) return;
            report.violation(
                `${release.label}: ${inside.join(" and ")}: data is kept on a volume, but the stack has no add-on ${DRIVER}. Add it, or use a store outside the cluster.`,
                release.resource,
            );
        } else if (
            !driver.gives("serviceAccountRoleArn") &&
            !driver.gives("podIdentityAssociations") &&
            !hasAssociation(stack)
        )
            report.violation(
                `${driver.label}: no role for ${DRIVER_ACCOUNT}: it can create no volume. Add a pod identity association for kube-system/${DRIVER_ACCOUNT}.`,
                driver,
            );
    },
});

/** `values.postgres.mode is standalone`, for stores that run in the cluster. */
function storesInside({ values }: Release): readonly string[] {
    return ["postgres", "redis"]
        .map((store) => values.at(store).at("mode"))
        .filter((mode) => mode.exists && mode.text() !== "external")
        .map((mode) => `${mode.path} is ${mode.text()}`);
}

function hasAssociation(stack: Stack): boolean {
    return stack.ofType(ASSOCIATION).some((one) => one.properties.text("serviceAccount") === DRIVER_ACCOUNT);
}

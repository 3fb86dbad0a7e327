import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const BROKERS = "aws:msk/cluster:Cluster";
const VOLUME = "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the program sets the number of nodes at every update",
            change: (stack) => stack.setOptions(GROUP, "nodes-worker-all", { ignoreChanges: [] }),
            at: `${GROUP} nodes-worker-all`,
            message:
                `nodes-worker-all (${GROUP}): scalingConfig.desiredSize is 3 and the autoscaler of the nodes changes it, but it is not in ignoreChanges. ` +
                'Add "scalingConfig.desiredSize" to ignoreChanges.',
        },
        {
            when: "the program sets the size of a disk that MSK enlarges",
            change: (stack) => stack.setOptions(BROKERS, "kafka", { ignoreChanges: ["kafkaVersion"] }),
            at: `${BROKERS} kafka`,
            message:
                `kafka (${BROKERS}): ${VOLUME} is 600 and kafka-volume (kafka:broker-storage:VolumeSize) changes it, but it is not in ignoreChanges. ` +
                `Add "${VOLUME}" to ignoreChanges.`,
        },
        {
            when: "the first number of nodes is outside the bounds",
            change: (stack) => stack.set(GROUP, "nodes-worker-all", "scalingConfig.desiredSize", 2),
            at: `${GROUP} nodes-worker-all`,
            message: `nodes-worker-all (${GROUP}): scalingConfig.desiredSize is 2, outside minSize 3 to maxSize 11. Set it to 3.`,
        },
    ],
    absent: [
        {
            when: "the program does not say how many nodes there are at first",
            change: (stack) =>
                stack
                    .unset(GROUP, "nodes-worker-all", "scalingConfig.desiredSize")
                    .setOptions(GROUP, "nodes-worker-all", { ignoreChanges: [] }),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "what is scaled is not known",
            change: (stack) =>
                stack.setUnknown("aws:appautoscaling/target:Target", "kafka-volume", "scalableDimension"),
            unchecked:
                "kafka-volume (aws:appautoscaling/target:Target): scalableDimension is not known before the update",
        },
    ],
    passes: [
        {
            when: "all of the scaling is ignored",
            change: (stack) => stack.setOptions(GROUP, "nodes-worker-all", { ignoreChanges: ["scalingConfig"] }),
        },
        {
            when: "the property is written in brackets",
            change: (stack) =>
                stack.setOptions(GROUP, "nodes-worker-all", { ignoreChanges: ['scalingConfig["desiredSize"]'] }),
        },
        {
            when: "nothing enlarges the disks",
            change: (stack) =>
                stack
                    .removeAll("aws:appautoscaling/policy:Policy")
                    .removeAll("aws:appautoscaling/target:Target")
                    .setOptions(BROKERS, "kafka", { ignoreChanges: [] }),
        },
    ],
};

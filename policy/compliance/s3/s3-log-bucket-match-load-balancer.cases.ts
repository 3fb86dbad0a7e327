import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, BUCKET, companionName, ENCRYPTION, LOAD_BALANCER, POLICY, policy } from "./bucket.fixture";

const WRITE = {
    Effect: "Allow",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: "arn:aws:s3:::reports/*",
};
const sse = (sseAlgorithm: string) => ({
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm, kmsMasterKeyId: "1" } }],
});

/** A load balancer that other policies have more to say of. */
const add = (stack: StackFixture, algorithm: string, document: string, without = "") =>
    addBucket(stack, { without, but: { [ENCRYPTION]: sse(algorithm), [POLICY]: { policy: document } } }).add({
        type: LOAD_BALANCER,
        name: "front",
        props: LOAD_BALANCER_PROPS,
        from: {
            accessLogs: ["reports"],
            subnets: ["a", "b"].map((zone) => `aws:ec2/subnet:Subnet network-private-eu-west-1${zone}`),
        },
    });
const LOAD_BALANCER_PROPS = {
    internal: true,
    loadBalancerType: "application",
    enableDeletionProtection: true,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "defensive",
    accessLogs: { enabled: true, bucket: UNKNOWNS.string },
    subnets: [UNKNOWNS.string, UNKNOWNS.string],
};
const refused = (problem: string) => ({
    at: `${BUCKET} reports`,
    message: `reports (${BUCKET}): front logs to it, but ${problem}.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the bucket has a KMS key",
            change: (stack) => add(stack, "aws:kms", policy(WRITE)),
            ...refused("sseAlgorithm is aws:kms. Set it to AES256"),
        },
        {
            when: "its policy lets nobody write",
            change: (stack) => add(stack, "AES256", policy()),
            ...refused("no BucketPolicy lets log delivery write. Allow it s3:PutObject"),
        },
    ],
    absent: [
        {
            when: "nothing is said of encryption, which means AES256",
            passes: true,
            change: (stack) => add(stack, "", policy(WRITE), ENCRYPTION),
        },
    ],
    unknown: [
        {
            when: "the policy is not known",
            change: (stack) => add(stack, "AES256", UNKNOWNS.string),
            unchecked: `${companionName(POLICY)} (${POLICY}): policy is not known before the update`,
        },
    ],
    passes: [{ when: "the load balancer can write", change: (stack) => add(stack, "AES256", policy(WRITE)) }],
};

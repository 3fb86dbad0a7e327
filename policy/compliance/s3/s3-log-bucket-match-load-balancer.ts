import { statementsOf } from "../../graph/iam-document";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";
import { BUCKETS, companionsOf } from "./buckets";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

/** The service, and the older accounts of AWS by which regions from before 2022 write. */
const WRITERS =
    /^(Service:logdelivery\.elasticloadbalancing\.amazonaws\.com|Service:delivery\.logs\.amazonaws\.com|AWS:.*\d{12}.*)$/;

export const s3LogBucketMatchLoadBalancer = stackPolicy({
    id: "s3-log-bucket-match-load-balancer",
    title: "The bucket for a load balancer's log can be written by it",
    why: "Log delivery uses the key that S3 keeps, and its own principal: with a KMS key, or without a statement, there is no log.",
    fix: "Encrypt the bucket with AES256 and allow logdelivery.elasticloadbalancing.amazonaws.com s3:PutObject in its policy",
    severity: "medium",
    controls: ["X-S3-ALBLOGS"],
    links: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html"],
    types: [LOAD_BALANCER],
    check: (stack, report) =>
        report.each(stack.ofType(LOAD_BALANCER), (balancer) => {
            const buckets = BUCKETS.flatMap((type) => balancer.references("accessLogs", type, stack.ofType(type)));
            report.each(buckets, (bucket) => {
                for (const problem of problemsOf(bucket, stack))
                    report.violation(`${bucket.label}: ${balancer.name} logs to it, but ${problem}.`, bucket);
            });
        }),
});

function problemsOf(bucket: StackResource, stack: Stack): readonly string[] {
    const algorithms = companionsOf(bucket, [ENCRYPTION], stack).map(({ properties }) =>
        properties.text("rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"),
    );
    const isWritable = companionsOf(bucket, [POLICY], stack)
        .flatMap(({ properties }) => statementsOf(properties.at("policy")))
        .filter((statement) => statement.allows && statement.covers("s3:PutObject"))
        .some((statement) => statement.principals.some((principal) => WRITERS.test(principal)));
    return [
        ...algorithms
            .filter((algorithm) => algorithm !== "AES256")
            .map((algorithm) => `sseAlgorithm is ${algorithm}. Set it to AES256`),
        ...(isWritable ? [] : ["no BucketPolicy lets log delivery write. Allow it s3:PutObject"]),
    ];
}

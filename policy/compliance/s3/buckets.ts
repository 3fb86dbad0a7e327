import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import type { View } from "../../graph/view";
import { type PolicyText, type Report, type StackPolicy, stackPolicy } from "../../policy";

export const BUCKETS: readonly string[] = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];

/** What must go with a bucket. */
export interface Companion extends PolicyText {
    /** The names of the resource's type: today's and the one of older programs. */
    readonly companions: readonly string[];
    /** Buckets that it need not go with. */
    readonly exempt?: (bucket: StackResource, stack: Stack) => boolean;
    /** Whether the bucket's own properties already say it, as in older programs. */
    readonly inside?: (bucket: StackResource) => boolean;
    /** What is wrong with one, to go on after its path; without it any will do. */
    readonly wrong?: (companion: StackResource) => string | undefined;
    /** What is said of a bucket that has none: `no BucketLogging names it`. */
    readonly missing: string;
}

/** A policy that each bucket of a stack has a resource beside it that sets something. */
export function bucketsHave({
    companions,
    exempt = () => false,
    inside = () => false,
    wrong = () => undefined,
    missing,
    ...text
}: Companion): StackPolicy {
    return stackPolicy({
        ...text,
        types: BUCKETS,
        check: (stack, report) =>
            report.each(stack.ofType(...BUCKETS), (bucket) => {
                if (exempt(bucket, stack) || inside(bucket)) return;
                checkBucket(bucket, companionsOf(bucket, companions, stack), { wrong, missing, fix: text.fix }, report);
            }),
    });
}

/** The first of these places of a bucket that the program gives. */
export function givenInside(bucket: StackResource, ...paths: readonly string[]): View | undefined {
    const path = paths.find((one) => bucket.gives(one.split(".")[0] ?? "") && bucket.properties.at(one).exists);
    return path === undefined ? undefined : bucket.properties.at(path);
}

/** The resources of some types that name a bucket. */
export function companionsOf(bucket: StackResource, types: readonly string[], stack: Stack): readonly StackResource[] {
    return types.flatMap((type) => stack.referringTo(bucket, type, "bucket"));
}

function checkBucket(
    bucket: StackResource,
    found: readonly StackResource[],
    { wrong, missing, fix }: { wrong: (one: StackResource) => string | undefined; missing: string; fix: string },
    report: Report,
): void {
    if (found.length === 0) report.violation(`${bucket.label}: ${missing}. ${fix}.`, bucket);
    const problems = found.map((one) => ({ one, problem: wrong(one) }));
    if (problems.some(({ problem }) => problem === undefined)) return;
    for (const { one, problem } of problems) report.violation(`${one.label}: ${problem}. ${fix}.`, one);
}

import type { NotCovered } from "../../not-covered";

export const s3NotCovered: readonly NotCovered[] = [
    {
        id: "S3.1",
        why: "A setting of the whole account, which belongs to whoever sets up the account; s3-bucket-require-public-access-block asks for the same at each bucket.",
    },
    { id: "S3.20", why: "MFA delete can be set only by the root user with a device at hand, so not by a program." },
    { id: "CIS-AWS-5.0.0/2.1.2", why: "The same as S3.20: only the root user can set it." },
    { id: "S3.11", why: "Nothing in the platform consumes events of a bucket." },
    { id: "S3.19", why: "The platform makes no access points: pods use buckets by name." },
    {
        id: "S3.7",
        why: "The platform is in one region; which bucket the recovery plan needs in another one is not in the program.",
    },
    {
        id: "S3.15",
        why: "The platform keeps no audit exports in a bucket; with Object Lock a stack could not be destroyed before the retention ends.",
    },
];

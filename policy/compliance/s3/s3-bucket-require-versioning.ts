import { bucketsHave, givenInside } from "./buckets";

export const s3BucketRequireVersioning = bucketsHave({
    id: "s3-bucket-require-versioning",
    title: "Every bucket keeps earlier versions",
    why: "What is overwritten or deleted by mistake would be gone.",
    fix: "Make a BucketVersioning for it with versioningConfiguration.status Enabled",
    severity: "low",
    controls: ["S3.14"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-14"],
    companions: ["aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2"],
    inside: (bucket) => givenInside(bucket, "versioning.enabled", "versionings.0.enabled")?.flag() === true,
    missing: "no BucketVersioning names it",
    wrong: ({ properties }) => {
        const place = properties.at("versioningConfiguration.status");
        return place.text() === "Enabled" ? undefined : `${place.path} is ${place.shown()}`;
    },
});

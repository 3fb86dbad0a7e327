import { resourcePolicy } from "../../policy";

export const ec2DisallowDefaultVpc = resourcePolicy({
    id: "ec2-disallow-default-vpc",
    title: "Nothing is built in the account's default VPC",
    why: "Its subnets are all public, and everything without a network of its own lands there.",
    fix: "Build a Vpc, or name an existing one by its id",
    severity: "high",
    controls: ["CKV_AWS_148"],
    links: ["https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"],
    types: ["aws:ec2/defaultVpc:DefaultVpc"],
    check: ({ label, urn }, report) =>
        report.violation(`${label}: the program takes over the default VPC. Build a Vpc in its place.`, { urn }),
});

import { disallowPublicAccess } from "../public-access";

export const ecrRepositoryDisallowPublicPolicy = disallowPublicAccess({
    id: "ecr-repository-disallow-public-policy",
    title: "No image repository is open to everybody",
    why: "Strangers could pull the images, or push others under their names.",
    fix: "Name the accounts that pull the images",
    severity: "high",
    controls: ["CKV_AWS_32"],
    links: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html"],
    documents: { "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy" },
});

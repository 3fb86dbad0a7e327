import type { Stack } from "../graph/stack";

/** The account of AWS's own examples, in which nobody's program runs: stand-ins for a run without AWS act in it. */
export const EXAMPLE_ACCOUNT = "123456789012";

/** Documents in which programs name the account that they asked AWS for. */
const DOCUMENTS: readonly (readonly [type: string, property: string])[] = [
    ["aws:iam/role:Role", "assumeRolePolicy"],
    ["aws:kms/key:Key", "policy"],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", "policy"],
    ["aws:sns/topicPolicy:TopicPolicy", "policy"],
];

const IN_DOCUMENTS = [
    /"(?:aws:(?:Source|Principal|Resource)Account|kms:CallerAccount)":"(\d{12})"/g,
    /:iam::(\d{12}):root"/g,
];

/**
 * The accounts that the run acts in, as the stack shows them: owners of networks and ARNs once they are known, and before that the
 * program's own policies, which name the account that `getCallerIdentity` gave. Empty when nothing does.
 */
export function accountsOfRun(stack: Stack): ReadonlySet<string> {
    const owners = stack.ofType("aws:ec2/vpc:Vpc").map(({ properties }) => properties.at("ownerId").shown());
    const arns = stack
        .ofType("aws:iam/role:Role", "aws:eks/cluster:Cluster")
        .map(({ properties }) => properties.at("arn").shown());
    const made = [...owners, ...arns].flatMap((text) => /(?:^"|:)(\d{12})(?::|"$)/.exec(text)?.[1] ?? []);
    const named = DOCUMENTS.flatMap(([type, property]) =>
        stack.ofType(type).flatMap(({ properties }) => {
            const { raw } = properties.at(property);
            const text = typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "");
            return IN_DOCUMENTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, account = ""]) => account));
        }),
    );
    return new Set([...made, ...named]);
}

import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { arnsBelow } from "./arns";

const CLUSTER = "aws:eks/cluster:Cluster";

/** Where the values name a region, and what of the stack must be in it. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
    "config.AWS_REGION": [CLUSTER],
    "externalSecrets.region": ["aws:secretsmanager/secret:Secret"],
    "dynamodb.region": ["aws:dynamodb/table:Table"],
    "keyspaces.region": ["aws:keyspaces/keyspace:Keyspace", "aws:keyspaces/table:Table"],
    "kafka.region": ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
    "kinesis.region": ["aws:kinesis/stream:Stream"],
    "eventbridge.region": ["aws:cloudwatch/eventBus:EventBus"],
    "opensearch.region": ["aws:opensearch/domain:Domain"],
};

export const regionsAgree = releasePolicy({
    id: "regions-agree",
    title: "Every region and ARN in the values is the region and account that the stack builds in",
    why: "A wrong region answers table not found, or takes data out of the region that it may not leave.",
    fix: "Take region and ARNs of the values from the resources themselves",
    severity: "high",
    pitfalls: ["P-REG-01"],
    links: ["https://docs.kaireonai.com/deployment/infrastructure-backends"],
    settings: {
        foreignAccounts: { description: "Other accounts whose ARNs may stand in the values", default: [] },
    },
    check: (release, stack, report, { foreignAccounts }) => {
        const { values, label, resource } = release;
        report.each(Object.entries(REGIONS), ([path, types]) => {
            const place = values.at(path);
            const region = place.text() ?? "";
            const other = stack.ofType(...types).find((built) => !["", region].includes(regionOf(built)));
            if (region === "" || other === undefined) return;
            report.violation(
                `${label}: ${place.path} is ${region}, but ${other.label} is in ${regionOf(other)}. Make them equal.`,
                resource,
            );
        });
        report.each(arnsBelow(values), ({ path, region, account, text }) => {
            const [cluster] = stack.ofType(CLUSTER);
            const built = cluster === undefined ? "" : regionOf(cluster);
            if (region !== "" && built !== "" && region !== built)
                report.violation(
                    `${label}: ${path} is ${text}, but the stack's cluster is in ${built}. Name one of that region.`,
                    resource,
                );
            if (account === "" || foreignAccounts.includes(account)) return;
            const own = accountOf(stack);
            if (own === undefined)
                throw new CannotTell(
                    `${label}: whether the account of ${path} is this stack's does not show`,
                    resource.urn,
                );
            if (account !== own)
                report.violation(
                    `${label}: ${path} is ${text}, but the stack builds in account ${own}. Name one of that account, or list the other in foreignAccounts.`,
                    resource,
                );
        });
    },
});

function regionOf(resource: StackResource): string {
    const own = resource.gives("region") ? resource.properties.text("region") : undefined;
    return own ?? resource.provider.text("region") ?? "";
}

/** By the account that the policies of the stack's keys delegate to, which a preview knows; undefined when they differ. */
function accountOf(stack: Stack): string | undefined {
    const policies = stack.ofType("aws:kms/key:Key").map((key) => key.properties.at("policy"));
    const known = policies.filter((policy) => policy.state === "known").map((policy) => policy.text() ?? "");
    const accounts = known.flatMap((text) =>
        [...text.matchAll(/arn:[^:]+:iam::(\d{12}):root/g)].map(([, account = ""]) => account),
    );
    const [only, ...others] = [...new Set(accounts)];
    return others.length === 0 ? only : undefined;
}

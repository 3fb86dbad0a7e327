import { readFileSync } from "node:fs";
import { join } from "node:path";
import { APPLICATION_SECRETS } from "../../infra/app/application-secrets";
import { mergeValues } from "../../infra/app/chart-values";
import { computedValues, TIER_LABEL } from "../../infra/app/computed-values";
import { NAMESPACE, RELEASE } from "../../infra/app/platform";
import { callsAws, serviceAccountName, TIERS } from "../../infra/app/tiers";
import { baseValues, largeValues } from "../../infra/sizing/seed-values";
import { projectRoot } from "../../offline/project";
import { LEVELS, settingsOf } from "../../test/combinations/factors";
import { SECTIONS } from "./backends-document";
import { type BuiltChoice, builtChoice } from "./built-choice";
import { committedStack } from "./committed-stack";
import { code, document, heading, table } from "./markdown";
import { type ValueLeaf, valueLeaves } from "./value-leaves";
import { commentsOf } from "./values-comments";
import { valuesReadForSizes } from "./values-read";

const AWS = "known after the update";

/** `docs/values-contract.md`: what a chart other than this project's own is told, and what it must do. */
export async function valuesContractDocument(): Promise<string> {
    const { tiers } = committedStack("large").workload;
    return document(
        heading("Values contract"),
        "Another chart takes the place of `infra/helm` with `kaireon:chart: { path: … }` or `{ repository: oci://…, version: … }`. Here is what it is " +
            "told, and what it must do, for the rest of the program to be right. `test/engine/foreign-chart` is the smallest one.",
        "## What it is told",
        "Four layers, each over the one before, maps key by key: `infra/helm/values.yaml`, `infra/helm/values-large.yaml`, what the program computes, and the " +
            "user's own (`kaireon:valuesFiles`, `kaireon:values`). So every key of `infra/helm/values.yaml` has a value. Values that only the other chart knows go through " +
            "unchanged: `infra/helm/values.schema.json` is not consulted for it, and a schema of its own is.",
        "### Always",
        leavesTable(await alwaysTold()),
        "### By the backends",
        `Over all values of the selectors, see [backends.md](backends.md). “${AWS}” stands for an endpoint, a name or an ARN that AWS makes.`,
        table(["value", "type", "is", "with", "meaning"], (await toldByBackends()).map(backendRow)),
        "No value is a secret. `externalSecrets.*.secretArn` says where one is.",
        "## What it must do",
        "### Names",
        `The release is \`${RELEASE}\` in the namespace \`${NAMESPACE}\`, which enforces the Pod Security level \`restricted\`. The Ingress is \`${RELEASE}-api\`: the stack's output ` +
            "`loadBalancerCommand` asks for it. Pods of a tier run as its service account, or they have no role:",
        table(
            ["tier", "service account", "role of AWS", "nodes (`nodeSelector`)"],
            tiers.map(({ tier, pool }) => [
                code(tier),
                code(serviceAccountName(tier)),
                callsAws(tier) ? "yes, by EKS Pod Identity" : "none",
                code(`${TIER_LABEL}: ${pool}`),
            ]),
        ),
        `Nodes of \`api\`, \`worker\` and \`ml\` carry the taint \`${TIER_LABEL}=<pool>:NoSchedule\`; each tier's \`nodeSelector\` and \`tolerations\` are among the values, so use them as they are.`,
        "### Secrets",
        "External Secrets is in the cluster and may read exactly the ARNs under `externalSecrets`. The chart makes the ExternalSecret objects (`external-secrets.io/v1`). " +
            `\`externalSecrets.application\` holds ${APPLICATION_SECRETS.map(code).join(", ")}, a JSON key each; \`database\` is \`{username, password}\` as RDS manages it, \`redis\` \`{password}\`, ` +
            "`kafka` and `scylla` `{username, password}`, `pulsar` `{token}`.",
        "### Network",
        "Pods reach the stores from the nodes' security group, on the ports in [backends.md](backends.md) and on no others. The load balancer controller, KEDA, metrics-server and Reloader are " +
            "there; policies of the network are enforced when `networkPolicy.enabled` has the chart make them.",
        "### Sizes",
        "Node groups, connections and partitions are computed from these values. A chart that does not deploy what they say gets the wrong nodes; the policies read them too, and no template.",
        table(["value", "tiers", "meaning"], sizeRows()),
        "## What is not checked",
        "- A chart of a registry is not fetched offline: neither its templates nor its schema see the values before the first `pulumi preview` with the real provider. A folder or package is rendered in every preview.\n" +
            "- Whether its templates read the values. Deploy it offline (`npm run offline -- up --yes`) and look at what it renders with `helm template`.",
    );
}

/** What the program computes whatever the backends. */
async function alwaysTold(): Promise<readonly ValueLeaf[]> {
    const { workload, images, ingress, network, region, postgres, subnets } = committedStack("large");
    const values = computedValues({
        region,
        tiers: workload.tiers,
        postgresPoolSize: postgres.poolSizePerPod,
        images,
        ingress,
        network: { vpcCidr: network.cidr, dataCidrs: subnets.data.map(({ cidr }) => cidr) },
        applicationSecretArn: "",
        backends: [],
    });
    const leaves = await valueLeaves(values);
    return leaves.map(({ path, type, value }) =>
        path.endsWith(".secretArn") ? { path, type } : { path, type, value },
    );
}

interface ToldValue {
    readonly path: string;
    readonly type: string;
    /** What it is, by the backend that says so. */
    readonly said: ReadonlyMap<string, readonly string[]>;
}

/** What any backend computes, by path. */
async function toldByBackends(): Promise<readonly ToldValue[]> {
    const told = new Map<string, ToldValue>();
    for (const [selector, factor] of SECTIONS) {
        for (const value of LEVELS[factor] ?? []) {
            const built = await builtChoice(selector, settingsOf({ [factor]: value }));
            for (const leaf of built.values) told.set(leaf.path, withSaying(told.get(leaf.path), leaf, built));
        }
    }
    return [...told.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function withSaying(before: ToldValue | undefined, { path, type, value }: ValueLeaf, built: BuiltChoice): ToldValue {
    const said = new Map(before?.said ?? []);
    const is = value === undefined ? AWS : shown(value);
    said.set(is, [...new Set([...(said.get(is) ?? []), built.choice.about.title])].sort());
    return { path, type, said };
}

function backendRow({ path, type, said }: ToldValue): readonly string[] {
    const sayings = [...said].sort(([one], [other]) => (one < other ? -1 : 1));
    const titles = [...new Set(sayings.flatMap(([, backends]) => backends))];
    const is = sayings.map(([what, backends]) => (sayings.length === 1 ? what : `${what} (${backends.join(", ")})`));
    return [code(path), type, is.join("; "), titles.join(", "), meaningOf(path)];
}

function leavesTable(leaves: readonly ValueLeaf[]): string {
    return table(
        ["value", "type", "in large", "meaning"],
        leaves.map(({ path, type, value }) => [
            code(path),
            type,
            value === undefined ? AWS : shown(value),
            meaningOf(path),
        ]),
    );
}

/** The comment of the value, of what it is part of, or of the same value of the api, where all tiers' values are explained. */
function meaningOf(path: string): string {
    const [tier = "", ...rest] = path.split(".");
    const isOfTier = TIERS.some((one) => one === tier);
    for (let end = rest.length; end >= (isOfTier ? 1 : 0); end -= 1) {
        const below = rest.slice(0, end);
        const own = comments().get([tier, ...below].join("."));
        const found = own ?? (isOfTier ? comments().get(["api", ...below].join(".")) : undefined);
        if (found !== undefined) return found.replaceAll(/ ?\[(assumed|documented)\] ?/g, " ").trim();
    }
    return "";
}

let read: ReadonlyMap<string, string> | undefined;

/** The base values' own words; the overlay's for what it alone has. */
function comments(): ReadonlyMap<string, string> {
    read ??= new Map([...commentsOf(chartFile("values-large.yaml")), ...commentsOf(chartFile("values.yaml"))]);
    return read;
}

function chartFile(name: string): string {
    return readFileSync(join(projectRoot, "infra", "helm", name), "utf8");
}

function shown(value: unknown): string {
    const text = JSON.stringify(value);
    return code(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

/** Values of the same name in several tiers, or schedules, are one row. */
function sizeRows(): readonly (readonly string[])[] {
    const rows = new Map<string, { readonly path: string; readonly tiers: readonly string[] }>();
    for (const path of valuesReadForSizes(mergeValues(baseValues(), largeValues()))) {
        const [tier = "", ...rest] = path.replace(/(schedules)\.\w+/, "$1.*").split(".");
        const isOfTier = TIERS.some((one) => one === tier);
        const key = isOfTier ? `<tier>.${rest.join(".")}` : path;
        const tiers = [...new Set([...(rows.get(key)?.tiers ?? []), ...(isOfTier ? [tier] : [])])];
        rows.set(key, { path: rows.get(key)?.path ?? path, tiers });
    }
    return [...rows]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, { path, tiers }]) => [code(key), tiers.map(code).join(", "), meaningOf(path)]);
}

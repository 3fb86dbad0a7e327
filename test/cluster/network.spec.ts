import assert from "node:assert/strict";
import { goldenGraph } from "../../docs/generator/golden-graph";
import { disagreements, ruleFor } from "../../docs/generator/network-agreement";
import { type Access, accessWith, backendChoices } from "../../docs/generator/network-document";
import { closedBy, type Opening } from "../../docs/generator/policy-openings";
import type { IngressRule } from "../../docs/generator/registered-network";
import { renderLarge } from "../../infra/helm/rendered-chart";

/** What the pods of a tier need besides names: of stores as `where port`, with the identity agent where requests are signed. */
const data = (port: number) => [`data subnets ${port}`];
const given = (port: number) => [`given range ${port}`];
const AGENT = ["the pod's node 80"];
const SIGNED_API = ["AWS APIs 443", ...AGENT];

interface Need {
    /** Of the api and the workers, which use every store. */
    readonly api: readonly string[];
    /** Of the outbox publisher and the streaming tier. */
    readonly bus?: readonly string[];
}

/** By factor and value: what pods need of the backend that it selects. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, Need>>>> = {
    "event-bus": {
        "msk-iam": onBus([...data(9098), ...AGENT]),
        "msk-scram": onBus(data(9096)),
        "msk-express": onBus([...data(9098), ...AGENT]),
        "existing-kafka": onBus(given(9094)),
        "kinesis-on-demand": onBus(SIGNED_API),
        "kinesis-provisioned": onBus(SIGNED_API),
        eventbridge: onBus(SIGNED_API),
        pulsar: onBus(given(6651)),
        redis: onBus([]),
    },
    "interaction-store": {
        "dynamodb-on-demand": { api: SIGNED_API },
        "dynamodb-provisioned": { api: SIGNED_API },
        cassandra: { api: ["AWS APIs 9142", ...AGENT] },
        scylla: { api: given(9042) },
        pg: { api: [] },
    },
    postgres: {
        "aurora-standard": onBus(data(5432)),
        "aurora-io-optimized": onBus(data(5432)),
        "aurora-from-snapshot": onBus(data(5432)),
        existing: onBus(given(5432)),
        "aurora-with-pooler": onBus(["pods pgbouncer 6432"]),
    },
    redis: {
        "elasticache-valkey": onBus(data(6379)),
        "elasticache-redis": onBus(data(6379)),
        existing: onBus(given(6379)),
    },
    search: {
        domain: { api: [...data(443), ...AGENT] },
        "existing-domain": { api: [...given(443), ...AGENT] },
        pg: { api: [] },
    },
};

/** The first value of each factor is that of large. */
const OF_LARGE: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(NEEDS).map(([factor, values]) => [factor, Object.keys(values)[0] ?? ""]),
);

const DNS = ["cluster DNS 53/UDP", "cluster DNS 53"];

describe("who reaches whom, with every backend", () => {
    it("is said of every value of every selector", () => {
        const choices = backendChoices().map(({ factor, value }) => `${factor} ${value}`);
        const needs = Object.entries(NEEDS).flatMap(([factor, values]) =>
            Object.keys(values).map((v) => `${factor} ${v}`),
        );
        assert.deepEqual([...choices].sort(), needs.sort());
    });

    for (const { factor, value } of backendChoices()) {
        it(`${factor} ${value}: each tier reaches what it needs, nothing else, and security groups agree`, async () => {
            const access = await accessWith(factor, value);
            assert.deepEqual(egressOf(access), expectedEgress({ ...OF_LARGE, [factor]: value }));
            assert.deepEqual(disagreements(access.openings, access.rules), []);
        }).timeout(60_000);
    }
});

describe("the namespace of the pods", () => {
    it("is closed in both directions by one policy", async () => {
        const closed = ["kaireon-default-deny"];
        assert.deepEqual(closedBy(await renderLarge()), { Egress: closed, Ingress: closed });
    });
});

describe("security group rules", () => {
    let access: Access;
    before(async function () {
        this.timeout(60_000);
        access = await accessWith("event-bus", "msk-iam");
    });

    it("are those of the stack's recorded graph", () => {
        const recorded = goldenGraph("large")
            .filter(({ type }) => type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .map(({ name, inputs }) => {
                const { fromPort, toPort, cidrIpv4 = "a group", description } = Object(inputs);
                return { name, fromPort, toPort, description, source: cidrIpv4 };
            });
        assert.deepEqual(
            access.rules.map(({ group: _, source, ...rule }) => ({
                ...rule,
                source: source === "nodes" ? "a group" : source,
            })),
            recorded,
        );
    });

    const changed = (name: string, change: Partial<IngressRule>) =>
        access.rules.map((rule) => (rule.name === name ? { ...rule, ...change } : rule));

    it("that are missing or on another port are told from the policies that need them", () => {
        const tiers = ["api", "cron", "mcp", "ml-worker", "outbox-publisher", "stream", "worker"];
        const users = ["api", "outbox-publisher", "stream", "worker"];
        assert.ok(tiers.every((tier) => access.openings.some((opening) => opening.tier === tier)));
        assert.deepEqual(
            [
                ...disagreements(access.openings, changed("redis-access-from-pods", { fromPort: 6380, toPort: 6380 })),
            ].sort(),
            [
                ...users.map((tier) => `${tier} may reach data subnets on 6379/TCP; no security group admits it`),
                "redis-access-from-pods admits port 6380; no pod's policy opens it",
            ].sort(),
        );
    });

    it("that admit more than the nodes on one port are named", () => {
        const rules = changed("postgres-access-from-pods", { toPort: 5433, source: "10.64.0.0/16" });
        assert.deepEqual(disagreements(access.openings, rules), [
            "postgres-access-from-pods admits ports 5432 to 5433; a store answers on one",
            "postgres-access-from-pods admits 10.64.0.0/16; stores admit the nodes alone",
        ]);
    });

    it("that no policy needs are named", () => {
        const openings = access.openings.filter(({ kind, port }) => kind !== "data subnets" || port !== 9098);
        assert.deepEqual(disagreements(openings, access.rules), [
            "kafka-access-from-pods admits port 9098; no pod's policy opens it",
        ]);
    });

    it("have no say in what does not leave the nodes", () => {
        const local = access.openings.filter(({ kind }) => kind === "pods" || kind === "cluster DNS");
        assert.ok(local.length > 0);
        assert.deepEqual(
            local.flatMap((opening) => ruleFor(opening, access.rules) ?? []),
            [],
        );
    });
});

function onBus(needs: readonly string[]): Need {
    return { api: needs, bus: needs };
}

/** `where port` of every tier, each once, sorted. */
function expectedEgress(values: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
    const needs = Object.entries(values).map(([factor, value]) => NEEDS[factor]?.[value] ?? { api: ["unknown"] });
    const api = [...needs.flatMap((need) => need.api), "pods ml-worker 8000"];
    const bus = needs.flatMap((need) => need.bus ?? []);
    const postgres = NEEDS["postgres"]?.[values["postgres"] ?? ""]?.api ?? [];
    const streams = !["eventbridge", "redis"].includes(values["event-bus"] ?? "");
    const pooled = values["postgres"] === "aurora-with-pooler";
    return Object.fromEntries(
        Object.entries({
            api,
            cron: ["pods api 3000"],
            mcp: ["pods api 3000"],
            "ml-worker": postgres,
            "outbox-publisher": bus,
            ...(pooled ? { pgbouncer: data(5432) } : {}),
            ...(streams ? { stream: bus } : {}),
            worker: api,
        }).map(([tier, reached]) => [tier, [...new Set([...DNS, ...reached])].sort()]),
    );
}

function egressOf({ openings }: Access): Readonly<Record<string, readonly string[]>> {
    const egress = openings.filter(({ direction }) => direction === "egress");
    const tiers = [...new Set(egress.map(({ tier }) => tier))].sort();
    const reached = (tier: string) => egress.filter((opening) => opening.tier === tier).map(reachedText);
    return Object.fromEntries(tiers.map((tier) => [tier, [...new Set(reached(tier))].sort()]));
}

function reachedText({ kind, peer, port, protocol }: Opening): string {
    const where = kind === "pods" ? `pods ${peer}` : kind;
    return protocol === "TCP" ? `${where} ${port}` : `${where} ${port}/${protocol}`;
}

import assert from "node:assert/strict";
import { type ChartValues, mergeValues } from "../app/chart-values";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderLarge } from "./rendered-chart";

const DNS = ["kube-dns:53/UDP", "kube-dns:53/TCP"];
const DATA = ["10.64.224.0/24", "10.64.225.0/24", "10.64.226.0/24"];
const data = (port: number) => DATA.map((cidr) => `${cidr}:${port}/TCP`);
const AGENT = ["169.254.170.23/32:80/TCP"];
const AWS = ["0.0.0.0/0:443/TCP"];
const [POSTGRES, REDIS, SEARCH, MSK_IAM] = [data(5432), data(6379), data(443), data(9098)];

/** Egress of each tier in the large topology: Kafka with IAM, DynamoDB, OpenSearch. */
const EGRESS: Readonly<Record<string, readonly string[]>> = {
    api: [...DNS, ...POSTGRES, ...REDIS, ...SEARCH, ...MSK_IAM, ...AWS, ...AGENT, "ml-worker:8000/TCP"],
    worker: [...DNS, ...POSTGRES, ...REDIS, ...SEARCH, ...MSK_IAM, ...AWS, ...AGENT, "ml-worker:8000/TCP"],
    "outbox-publisher": [...DNS, ...POSTGRES, ...REDIS, ...MSK_IAM, ...AGENT],
    stream: [...DNS, ...POSTGRES, ...REDIS, ...MSK_IAM, ...AGENT],
    "ml-worker": [...DNS, ...POSTGRES],
    mcp: [...DNS, "api:3000/TCP"],
    cron: [...DNS, "api:3000/TCP"],
};

const INGRESS: Readonly<Record<string, readonly string[]>> = {
    api: ["cron:3000/TCP", "mcp:3000/TCP", "10.64.0.0/16:3000/TCP"],
    "ml-worker": ["api:8000/TCP", "worker:8000/TCP"],
    worker: [],
    "outbox-publisher": [],
    stream: [],
    mcp: [],
    cron: [],
};

const ALL_TIERS = {
    stream: { enabled: true },
    mcp: { dedicated: true },
    config: { FLOW_STREAMING_ENABLED: "true" },
};

describe("the network policies", () => {
    let chart: RenderedChart;
    before(async () => {
        chart = await renderLarge(ALL_TIERS);
    });

    it("close the namespace and open it tier by tier", () => {
        const tiers = Object.keys(EGRESS).map((tier) => `kaireon-${tier}`);
        assert.deepEqual(chart.names("NetworkPolicy"), ["kaireon-default-deny", ...tiers].sort());
        assert.deepEqual(valueAt(chart.get("NetworkPolicy", "kaireon-default-deny"), "spec"), {
            podSelector: {},
            policyTypes: ["Ingress", "Egress"],
        });
    });

    for (const [tier, peers] of Object.entries(EGRESS)) {
        it(`${tier}: reaches what its backends need and nothing else`, () => {
            assert.deepEqual(peersOf(chart, tier, "egress"), peers);
        });
    }

    for (const [tier, peers] of Object.entries(INGRESS)) {
        it(`${tier}: is reached by ${peers.length === 0 ? "nobody" : "its callers alone"}`, () => {
            assert.deepEqual(peersOf(chart, tier, "ingress"), peers);
        });
    }

    const outbox = (store: readonly string[], extra: readonly string[] = []) => [
        ...DNS,
        ...POSTGRES,
        ...REDIS,
        ...store,
        ...extra,
    ];
    const BUSES: readonly { bus: string; values: ChartValues; egress: readonly string[] }[] = [
        { bus: "redis", values: { eventbus: { enabled: false } }, egress: outbox([]) },
        {
            bus: "Kafka with SCRAM",
            values: {
                kafka: { authentication: "scram", brokers: "b-1.example.com:9096,b-2.example.com:9096" },
                externalSecrets: { kafka: { secretArn: "arn" } },
            },
            egress: outbox(data(9096)),
        },
        {
            bus: "Kafka brokers elsewhere, each on a port of its own",
            values: {
                kafka: { authentication: "none", brokers: "k.example.com:9093,k.example.com:9094,l.example.com:9093" },
                networkPolicy: { storeCidrs: { kafka: ["192.0.2.0/24"] } },
            },
            egress: outbox(["192.0.2.0/24:9093/TCP", "192.0.2.0/24:9094/TCP"]),
        },
        {
            bus: "Kafka on a port that its addresses do not name",
            values: { kafka: { authentication: "none", port: 9999 } },
            egress: outbox(data(9999)),
        },
        {
            bus: "Kinesis",
            values: {
                eventbus: { backend: "kinesis" },
                kinesis: { enabled: true, streamName: "s", region: "eu-west-1" },
            },
            egress: outbox(AWS, AGENT),
        },
        {
            bus: "EventBridge",
            values: {
                eventbus: null,
                config: { EVENT_PUBLISHER: "eventbridge" },
                eventbridge: { enabled: true, busName: "b", region: "eu-west-1" },
            },
            egress: outbox(AWS, AGENT),
        },
        {
            bus: "Pulsar elsewhere",
            values: {
                eventbus: { backend: "pulsar" },
                pulsar: { enabled: true, serviceUrl: "pulsar+ssl://pulsar.example.com:6651" },
                externalSecrets: { pulsar: { secretArn: "arn" } },
                networkPolicy: { storeCidrs: { pulsar: ["192.0.2.0/24"] } },
            },
            egress: outbox(["192.0.2.0/24:6651/TCP"]),
        },
        {
            bus: "Pulsar behind a proxy, on the port of its address",
            values: {
                eventbus: { backend: "pulsar" },
                pulsar: { enabled: true, serviceUrl: "pulsar+ssl://pulsar.example.com:443" },
                externalSecrets: { pulsar: { secretArn: "arn" } },
                networkPolicy: { storeCidrs: { pulsar: ["192.0.2.0/24"] } },
            },
            egress: outbox(["192.0.2.0/24:443/TCP"]),
        },
        {
            bus: "Pulsar at an address without a port",
            values: {
                eventbus: { backend: "pulsar" },
                pulsar: { enabled: true, serviceUrl: "pulsar+ssl://pulsar.example.com" },
                externalSecrets: { pulsar: { secretArn: "arn" } },
                networkPolicy: { storeCidrs: { pulsar: ["192.0.2.0/24"] } },
            },
            egress: outbox(["192.0.2.0/24:6651/TCP"]),
        },
    ];
    for (const { bus, values, egress } of BUSES) {
        it(`let the outbox publisher reach ${bus}, and no other broker`, async () => {
            assert.deepEqual(peersOf(await renderLarge(values), "outbox-publisher", "egress"), egress);
        });
    }

    for (const { bus, values, egress } of BUSES.filter(({ bus }) => !["redis", "EventBridge"].includes(bus))) {
        it(`let the streaming tier reach ${bus} as the outbox publisher does`, async () => {
            const on = { stream: { enabled: true }, config: { FLOW_STREAMING_ENABLED: "true" } };
            assert.deepEqual(peersOf(await renderLarge(mergeValues(on, values)), "stream", "egress"), egress);
        });
    }

    it("open no AWS API, only the identity agent, where the interactions are in PostgreSQL", async () => {
        const pg = await renderLarge({
            interactionStore: { backend: "pg" },
            dynamodb: { enabled: false },
            mlWorker: { enabled: false },
        });
        assert.deepEqual(peersOf(pg, "api", "egress"), [
            ...DNS,
            ...POSTGRES,
            ...REDIS,
            ...SEARCH,
            ...MSK_IAM,
            ...AGENT,
        ]);
    });

    it("open port 9142 for Keyspaces and the contact points' port for Scylla", async () => {
        const keyspaces = { enabled: true, keyspace: "k", table: "t", region: "eu-west-1" };
        const cassandra = await renderLarge({ interactionStore: { backend: "cassandra" }, keyspaces });
        assert.ok(peersOf(cassandra, "api", "egress").includes("0.0.0.0/0:9142/TCP"));
        const scylla = await renderLarge({
            interactionStore: { backend: "scylla" },
            scylla: { enabled: true, contactPoints: "s.example.com", datacenter: "d" },
            externalSecrets: { scylla: { secretArn: "arn" } },
        });
        assert.ok(peersOf(scylla, "api", "egress").includes("10.64.224.0/24:9042/TCP"));
    });

    it("let the pods reach the old interaction store beside the new one while it is enabled", async () => {
        const keyspaces = { enabled: true, keyspace: "k", table: "t", region: "eu-west-1" };
        const both = await renderLarge({ interactionStore: { backend: "cassandra" }, keyspaces });
        const egress = peersOf(both, "worker", "egress");
        assert.ok(egress.includes("0.0.0.0/0:9142/TCP") && egress.includes("0.0.0.0/0:443/TCP"));
        const after = await renderLarge({
            interactionStore: { backend: "cassandra" },
            keyspaces,
            dynamodb: { enabled: false },
        });
        assert.ok(!peersOf(after, "worker", "egress").includes("0.0.0.0/0:443/TCP"));
    });

    it("let Prometheus in only when it is asked for, and take further rules from the values", async () => {
        const to = [{ ipBlock: { cidr: "198.51.100.0/24" } }];
        const changed = await renderLarge({
            monitoring: { prometheus: { enabled: true } },
            networkPolicy: { extraEgress: { worker: [{ to, ports: [{ protocol: "TCP", port: 8443 }] }] } },
        });
        assert.deepEqual(peersOf(changed, "api", "ingress").slice(-1), ["monitoring:3000/TCP"]);
        assert.deepEqual(peersOf(changed, "worker", "egress").slice(-1), ["198.51.100.0/24:8443/TCP"]);
    });

    it("are not rendered when they are turned off", async () => {
        assert.deepEqual((await renderLarge({ networkPolicy: { enabled: false } })).names("NetworkPolicy"), []);
    });
});

/** Every peer and port of a tier's policy, in the order of the rules: `10.64.224.0/24:5432/TCP`, `api:3000/TCP`. */
function peersOf(chart: RenderedChart, tier: string, direction: "egress" | "ingress"): readonly string[] {
    const rules = (valueAt(chart.get("NetworkPolicy", `kaireon-${tier}`), `spec.${direction}`) ?? []) as unknown[];
    return rules.flatMap((rule) => {
        const peers = valueAt(rule, direction === "egress" ? "to" : "from") as unknown[];
        assert.ok(Array.isArray(peers) && peers.length > 0, "a rule without peers admits everybody");
        const ports = valueAt(rule, "ports") as unknown[];
        return peers.flatMap((peer) =>
            ports.map((port) => `${peerName(peer)}:${valueAt(port, "port")}/${valueAt(port, "protocol")}`),
        );
    });
}

function peerName(peer: unknown): string {
    const pod = Object(valueAt(peer, "podSelector.matchLabels"));
    const namespace = Object(valueAt(peer, "namespaceSelector.matchLabels"));
    return String(
        valueAt(peer, "ipBlock.cidr") ??
            pod["app.kubernetes.io/component"] ??
            pod["k8s-app"] ??
            namespace["kubernetes.io/metadata.name"],
    );
}

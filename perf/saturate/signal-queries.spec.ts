import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cloudWatchQueries, prometheusQuery, queryCommands } from "./signal-queries";
import { SIGNALS } from "./signals";

describe("the signals of a tier that breaks", () => {
    it("have ids of their own that both CloudWatch and Prometheus take", () => {
        const ids = SIGNALS.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        for (const id of ids) assert.match(id, /^[a-z][a-zA-Z0-9]*$/);
    });

    it("speak of the tiers and stores that a rate can break", () =>
        assert.deepEqual(
            [...new Set(SIGNALS.map(({ tier }) => tier))],
            ["api", "worker", "mlWorker", "outboxPublisher", "DynamoDB", "Aurora", "Redis", "MSK", "OpenSearch"],
        ));

    it("each have a threshold and say where it is from", () => {
        for (const { id, threshold, source } of SIGNALS) assert.ok(threshold > 0 && source !== "", id);
    });

    it("compare a tier's CPU with its pods' limits, and no other tier's", () => {
        const api = SIGNALS.find(({ id }) => id === "apiCpu");
        assert.ok(api && "promql" in api.query);
        const pods = 'namespace="kaireon",pod=~"kaireon-api-[a-z0-9]+-[a-z0-9]+"';
        assert.equal(
            api.query.promql,
            `sum(rate(container_cpu_usage_seconds_total{${pods},container!=""}[60s])) / sum(kube_pod_container_resource_limits{${pods},resource="cpu"})`,
        );
    });
});

describe("the queries of the signals", () => {
    it("mark each series of Prometheus with its signal", () => {
        const query = prometheusQuery();
        const marked = [...query.matchAll(/"signal", "(\w+)", "", ""\)/g)].map(([, id]) => id);
        const own = SIGNALS.filter(({ query: of }) => "promql" in of).map(({ id }) => id);
        assert.deepEqual(marked, own);
        assert.equal(query.split(" or label_replace(").length, own.length);
    });

    it("ask CloudWatch by tier, each signal under its id", () => {
        const queries = cloudWatchQueries();
        assert.deepEqual([...queries.keys()], ["DynamoDB", "Aurora", "Redis", "MSK", "OpenSearch"]);
        assert.deepEqual(queries.get("Aurora")?.[0], {
            Id: "databaseCpu",
            Expression: `MAX(SEARCH('{AWS/RDS,DBClusterIdentifier} DBClusterIdentifier=postgres MetricName="CPUUtilization"', 'Maximum', 60))`,
            Label: "databaseCpu",
        });
    });

    it("are printed as commands that a shell runs, for the time of the search", () => {
        const commands = queryCommands({
            from: new Date("2026-11-24T13:00:00Z"),
            to: new Date("2026-11-24T13:30:00Z"),
        });
        const stubs =
            'PROMETHEUS=http://p; aws() { printf "%s\\n" "$@" >&2; }; curl() { printf "%s\\n" "$@" >&2; }; cd "$(mktemp -d)"; exec 2>&1;';
        const ran = execFileSync("sh", ["-euc", `${stubs}\n${commands}`], { encoding: "utf8" });
        assert.ok(ran.includes(`query=${prometheusQuery()}\n`));
        assert.ok(ran.includes("start=2026-11-24T13:00:00.000Z\n"));
        const lists = ran.split("\n").filter((line) => line.startsWith("[{"));
        assert.deepEqual(
            lists.map((line) => JSON.parse(line)),
            [...cloudWatchQueries().values()],
        );
        for (const { id, source } of SIGNALS) assert.ok(commands.includes(id) && commands.includes(source), id);
    });

    it("leave the time open where there was no search", () => assert.match(queryCommands(), /start=<START>/));
});

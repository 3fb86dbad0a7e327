import assert from "node:assert/strict";
import { mergeValues } from "../../infra/app/chart-values";
import { FACTORS, type Factor, LEVELS, type Settings, settingsOf, withoutImpossible } from "../combinations/factors";
import { label } from "../golden/graph";
import { StackRun, type StateResource } from "./stack-run";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const MSK = "aws:msk/cluster:Cluster kafka";
const STREAM = "aws:kinesis/stream:Stream events";
const BUS = "aws:cloudwatch/eventBus:EventBus events";
const TABLE = "aws:dynamodb/table:Table interactions";
const KEYSPACE = "aws:keyspaces/table:Table keyspaces";
const AURORA = "aws:rds/cluster:Cluster postgres";
const REDIS = "aws:elasticache/replicationGroup:ReplicationGroup redis";
const DOMAIN = "aws:opensearch/domain:Domain search";

/** The store that each value builds; none for a given one. */
const STORES: Readonly<Partial<Record<Factor, Readonly<Record<string, string | undefined>>>>> = {
    "event-bus": {
        "msk-iam": MSK,
        "msk-scram": MSK,
        "msk-express": MSK,
        "existing-kafka": undefined,
        "kinesis-on-demand": STREAM,
        "kinesis-provisioned": STREAM,
        eventbridge: BUS,
        pulsar: undefined,
        redis: undefined,
    },
    "interaction-store": {
        "dynamodb-on-demand": TABLE,
        "dynamodb-provisioned": TABLE,
        cassandra: KEYSPACE,
        scylla: undefined,
        pg: undefined,
    },
    postgres: {
        "aurora-standard": AURORA,
        "aurora-io-optimized": AURORA,
        "aurora-from-snapshot": AURORA,
        existing: undefined,
        "aurora-with-pooler": AURORA,
    },
    redis: { "elasticache-valkey": REDIS, "elasticache-redis": REDIS, existing: undefined },
    search: { domain: DOMAIN, "existing-domain": undefined, pg: undefined },
};

/** Values between which the provider knows no change in place: the store is made anew, which protection refuses. */
const MADE_ANEW: readonly (readonly [Factor, string, string])[] = [
    ["redis", "elasticache-valkey", "elasticache-redis"],
    // A snapshot brings its own database name and user, and the settings then say none.
    ["postgres", "aurora-standard", "aurora-from-snapshot"],
    ["postgres", "aurora-io-optimized", "aurora-from-snapshot"],
];
const isMadeAnew = (factor: string, from: string, to: string) =>
    MADE_ANEW.some(([of, one, other]) => of === factor && [one, other].includes(from) && [one, other].includes(to));

/** No cluster of Standard brokers becomes one of Express brokers: they follow on a bus of another kind. */
const EXPRESS = "msk-express";
const inTurn = (values: readonly string[]) => [...values].sort((a, b) => Number(a === EXPRESS) - Number(b === EXPRESS));

/** Every value of every factor, in as many rows as the longest has: in each row, every factor takes its next value. */
const rounds = Math.max(...Object.values(LEVELS).map((values) => values.length));
const ROWS = Array.from({ length: rounds }, (_, round) =>
    withoutImpossible(
        Object.fromEntries(
            Object.entries(LEVELS).map(([factor, values]) => [factor, inTurn(values)[round % values.length] ?? ""]),
        ),
    ),
);

/** A combination by factor. */
type Row = Readonly<Record<string, string>>;

/** The interaction store that a switch must keep for a while: what is written there now, unless that is PostgreSQL. */
function keptFrom(before: Row, row: Row): string | undefined {
    const [from = "", to = ""] = [before, row].map((of) =>
        of["interaction-store"]?.replace(/^dynamodb-.*/, "dynamodb"),
    );
    return from === to || from === "pg" ? undefined : from;
}

/** Settings of a switch from one combination to another, the interactions migrated. */
function switchTo(before: Row, row: Row): Settings {
    const from = keptFrom(before, row);
    if (from === undefined) return settingsOf(row);
    const kept = settingsOf({ "interaction-store": before["interaction-store"] ?? "" });
    return mergeValues(kept, settingsOf(row), {
        migration: { from },
        values: { interactionStore: { backend: row["interaction-store"]?.replace(/^dynamodb-.*/, "dynamodb") } },
    });
}

function storesOf(before: Row, row: Row): readonly string[] {
    const kept: Row =
        keptFrom(before, row) === undefined ? {} : { "interaction-store": before["interaction-store"] ?? "" };
    const built = [row, kept].flatMap((of) =>
        Object.entries(STORES).flatMap(([factor, stores]) => stores?.[of[factor] ?? ""] ?? []),
    );
    return [...new Set(built)].sort();
}

describe("switching a selector of a running stack", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    after(() => stack.remove());

    const idsOf = (state: readonly StateResource[]) =>
        new Map(state.map((resource) => [label(resource.urn), String(Reflect.get(resource, "id"))]));

    it("has a store or none stated for every value", () => {
        for (const [factor, stores] of Object.entries(STORES))
            assert.deepEqual(Object.keys(stores ?? {}), Object.keys(FACTORS[factor as Factor]));
    });

    describe("that is protected", () => {
        it("starts from large", async () => {
            const { exitCode, stdout } = await stack.up();
            assert.equal(exitCode, 0, stdout);
        });

        for (const [factor, stores] of Object.entries(STORES)) {
            const [first = "", ...others] = Object.keys(stores ?? {});
            for (const value of others.filter((other) => other !== EXPRESS)) {
                const kept = stores?.[value] === stores?.[first] && !isMadeAnew(factor, first, value);
                it(`${kept ? "changes in place" : "is refused by the store's name"} for ${factor} ${value}`, async () => {
                    const { exitCode, stdout } = await stack.run(["preview"], settingsOf({ [factor]: value }));
                    if (kept) return assert.equal(exitCode, 0, stdout);
                    assert.notEqual(exitCode, 0, "it would drop the store");
                    if (factor === "interaction-store") {
                        return assert.match(
                            stdout,
                            /interactions went to dynamodb until now, and this update would drop/,
                        );
                    }
                    assert.match(
                        stdout,
                        /is currently marked for protection|cannot be deleted\s+because it is protected/,
                    );
                    // The engine names what it meets first: the store, or what was made for it.
                    const [, name = ""] = (stores?.[first] ?? "").split(" ");
                    assert.match(stdout, new RegExp(`::${name}(-[\\w.-]+)?"`));
                });
            }
        }

        it("leaves Standard brokers as they are where Express brokers are asked for, and says why", async () => {
            const { exitCode, stdout } = await stack.up(settingsOf({ "event-bus": EXPRESS }));
            assert.notEqual(exitCode, 0);
            assert.match(stdout, /a cluster of Standard brokers never becomes one of Express brokers/);
        });
    });

    describe("that is not protected", () => {
        it("drops the protection", async () => {
            const { exitCode, stdout } = await stack.up({ protect: "false" });
            assert.equal(exitCode, 0, stdout);
        });

        for (const [index, row] of ROWS.entries()) {
            const before = ROWS[index - 1] ?? ROWS[0] ?? {};
            it(`builds what is chosen, drops what is not and keeps the rest: ${Object.values(row).join(", ")}`, async () => {
                const old = idsOf(await stack.state());
                const { exitCode, stdout } = await stack.up({ protect: "false", ...switchTo(before, row) });
                assert.equal(exitCode, 0, stdout);
                const now = idsOf(await stack.state());
                const all = Object.values(STORES).flatMap((stores) => Object.values(stores ?? {}));
                assert.deepEqual(
                    [...new Set(all.filter((store) => store !== undefined && now.has(store)))].sort(),
                    storesOf(before, row),
                );
                for (const [factor, stores] of Object.entries(STORES)) {
                    const [from = "", to = ""] = [before[factor], row[factor]];
                    const store = stores?.[to];
                    if (store === undefined || store !== stores?.[from] || isMadeAnew(factor, from, to)) continue;
                    assert.equal(now.get(store), old.get(store), `${store} was made anew for ${to}`);
                }
                assert.equal(now.get(RELEASE), old.get(RELEASE), "the release is upgraded, not installed anew");
            });
        }

        it("changes nothing the second time", async () => {
            const last = { protect: "false", ...switchTo(ROWS.at(-2) ?? {}, ROWS.at(-1) ?? {}) };
            const { exitCode, stdout } = await stack.up(last, "--expect-no-changes");
            assert.equal(exitCode, 0, stdout);
        });
    });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import type { PlatformRequest } from "./request";
import type { Mix } from "./scenario";
import { createWorkload, type Workload, type WorkloadSettings } from "./workload";

const TENANTS = [
    { id: "one", apiKey: "krn_1" },
    { id: "two", apiKey: "krn_2" },
];
const MIXED: Mix = { recommend: 0.4, respond: 0.4, "respond-bulk": 0.2 };

function settings(changes: Partial<WorkloadSettings> = {}): WorkloadSettings {
    return { seed: 1, customers: 1000, skew: 1, tenants: TENANTS, auth: "bearer", mix: { recommend: 1 }, ...changes };
}

interface Body {
    readonly customerId: string;
    readonly recommendationId?: string;
    readonly rank?: number;
    readonly idempotencyKey?: string;
    readonly outcomes?: readonly Body[];
}

function bodyOf({ body }: PlatformRequest): Body {
    return JSON.parse(body);
}

/** Sends so many requests to a platform that makes decisions of three offers. */
function sent(workload: Workload, count: number): PlatformRequest[] {
    let decisions = 0;
    return Array.from({ length: count }, () => {
        const request = workload.next();
        if (request.kind === "recommend") {
            decisions += 1;
            const { customerId } = bodyOf(request);
            const tenant = request.headers["X-Tenant-Id"];
            const answer = { customerId, recommendationId: `${tenant}-${decisions}`, decisions: [{}, {}, {}] };
            workload.answered(request, { status: 200, body: JSON.stringify(answer) });
        }
        return request;
    });
}

function items(requests: readonly PlatformRequest[]): Body[] {
    return requests.flatMap(
        (request) => bodyOf(request).outcomes ?? (request.kind === "respond" ? [bodyOf(request)] : []),
    );
}

describe("a workload", () => {
    it("asks for a decision as it is documented, with the key in the bearer form", () => {
        const [tenant] = TENANTS;
        const request = createWorkload(settings({ tenants: TENANTS.slice(0, 1), customers: 1 })).next();
        assert.deepEqual(request, {
            kind: "recommend",
            method: "POST",
            path: "/api/v1/recommend",
            headers: {
                Authorization: `Bearer ${tenant?.apiKey}`,
                "X-Tenant-Id": "one",
                "Content-Type": "application/json",
                Accept: "application/json",
                "X-Requested-With": "XMLHttpRequest",
            },
            body: '{"customerId":"load-0-1","limit":5}',
        });
    });

    it("sends the key as X-API-Key where that is chosen, and the tenant's names of channel and flow", () => {
        const recommend = { channel: "web", placement: "hero", decisionFlowKey: "main", limit: 10 };
        const request = createWorkload(settings({ auth: "x-api-key", recommend })).next();
        assert.deepEqual(
            [request.headers["X-API-Key"]?.slice(0, 4), request.headers["Authorization"]],
            ["krn_", undefined],
        );
        assert.deepEqual({ ...bodyOf(request), customerId: "" }, { customerId: "", ...recommend });
    });

    it("asks for decisions until there is one to respond to, and then responds to that tenant's own", () => {
        const requests = sent(createWorkload(settings({ mix: { recommend: 0.2, respond: 0.8 } })), 2000);
        const first = requests.findIndex(({ kind }) => kind === "respond");
        assert.ok(requests.slice(0, first).every(({ kind }) => kind === "recommend"));
        const responses = requests.filter(({ kind }) => kind === "respond");
        assert.ok(Math.abs(responses.length / 2000 - 0.8) < 0.04, `${responses.length} responses`);
        for (const request of responses) {
            const { recommendationId, rank = 0, ...rest } = bodyOf(request);
            assert.ok(recommendationId?.startsWith(`${request.headers["X-Tenant-Id"]}-`));
            assert.ok(rank >= 1 && rank <= 3);
            assert.deepEqual(Object.keys(rest), ["customerId", "outcome", "idempotencyKey"]);
            assert.equal(request.path, "/api/v1/respond");
        }
    });

    it("puts 1 to 1,000 items into a bulk, as many small ones as large", () => {
        const requests = sent(createWorkload(settings({ mix: { recommend: 0.5, "respond-bulk": 0.5 } })), 2000);
        const sizes = requests.flatMap((request) => bodyOf(request).outcomes?.length ?? []);
        assert.ok(Math.min(...sizes) >= 1 && Math.max(...sizes) <= 1000);
        const small = sizes.filter((size) => size <= 10).length / sizes.length;
        const large = sizes.filter((size) => size > 100).length / sizes.length;
        assert.ok(Math.abs(small - 1 / 3) < 0.06 && Math.abs(large - 1 / 3) < 0.06, `${small} small, ${large} large`);
        assert.ok(requests.every(({ kind, path }) => kind !== "respond-bulk" || path === "/api/v1/respond/bulk"));
    });

    it("passes decisions over that hold no offer, or no identity", () => {
        const workload = createWorkload(settings({ mix: { respond: 1 } }));
        for (const body of ['{"customerId":"c","recommendationId":"r","decisions":[]}', "{}", "no JSON"])
            for (let at = 0; at < 20; at += 1) {
                const request = workload.next();
                assert.equal(request.kind, "recommend");
                workload.answered(request, { status: 200, body });
            }
    });

    it("spreads requests evenly over tenants, and unevenly over customers", () => {
        const requests = sent(createWorkload(settings()), 10_000);
        const ofFirst = requests.filter(({ headers }) => headers["X-Tenant-Id"] === "one").length;
        assert.ok(Math.abs(ofFirst - 5000) < 250, `${ofFirst} of the first tenant`);
        // At a skew of 1 the first of 1,000 customers has 1 / H(1000) = 13.4 % of the requests.
        const ofHead = requests.filter((request) => /-1$/.test(bodyOf(request).customerId)).length;
        assert.ok(Math.abs(ofHead - 1336) < 180, `${ofHead} of the first customers`);
    });

    it("is the same for the same seed, and another for another seed, stream or tenant's share", () => {
        fc.assert(
            fc.property(fc.integer(), fc.nat(10_000), (seed, stream) => {
                const bodies = (changes: Partial<WorkloadSettings>) =>
                    sent(createWorkload(settings({ seed, stream, mix: MIXED, ...changes })), 30).map(
                        ({ body }) => body,
                    );
                assert.deepEqual(bodies({}), bodies({}));
                assert.notDeepEqual(bodies({}), bodies({ seed: seed + 1 }));
                assert.notDeepEqual(bodies({}), bodies({ stream: stream + 1 }));
            }),
            { numRuns: 30 },
        );
    });

    it("never sends an idempotency key twice, in no stream, seed or run", () => {
        const keysOf = (changes: Partial<WorkloadSettings>) =>
            items(sent(createWorkload(settings({ mix: MIXED, ...changes })), 100)).map(
                ({ idempotencyKey }) => idempotencyKey,
            );
        const streams = [1, 2, 11].flatMap((seed) => [1, 11, 111].map((stream) => ({ seed, stream })));
        const keys = streams.flatMap((one) => [...keysOf(one), ...keysOf({ ...one, run: "again" })]);
        assert.ok(keys.length > 1000);
        assert.equal(new Set(keys).size, keys.length);
        assert.ok(keys.every((key) => typeof key === "string" && key.length > 0));
    });

    it("begins its streams with customers and tenants of the same spread", () => {
        const first = Array.from({ length: 2000 }, (_, stream) => createWorkload(settings({ stream })).next());
        const ofFirst = first.filter(({ headers }) => headers["X-Tenant-Id"] === "one").length;
        const ofHead = first.filter((request) => /-1$/.test(bodyOf(request).customerId)).length;
        assert.ok(Math.abs(ofFirst - 1000) < 120, `${ofFirst} begin with the first tenant`);
        assert.ok(Math.abs(ofHead - 267) < 85, `${ofHead} begin with the first customer`);
    });

    it("says what is missing where there is no tenant", () => {
        assert.throws(() => createWorkload(settings({ tenants: [] })).next(), {
            message: "workload: there is no tenant; give at least one.",
        });
    });
});

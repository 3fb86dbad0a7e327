import assert from "node:assert/strict";
import { unknownCheckingProxy } from "@pulumi/policy";
import type { Stack } from "./graph/stack";
import { UNKNOWNS } from "./graph/unknown";
import { packArguments } from "./pack";
import { type PolicyText, resourcePolicy, stackPolicy } from "./policy";

const TYPE = "aws:sns/topic:Topic";

const text: PolicyText = {
    id: "topic-require-name",
    title: "Topics have names",
    why: "Nobody finds them otherwise.",
    fix: "Give it one",
    severity: "low",
    controls: ["SNS.9"],
    pitfalls: ["P-X-01"],
    links: ["https://example.com/why"],
};

const resource = (props: Readonly<Record<string, unknown>>, type = TYPE) => ({
    type,
    urn: `urn:${type}`,
    name: "topic",
    props: unknownCheckingProxy({ ...props }),
    opts: {
        protect: false,
        ignoreChanges: [],
        aliases: [],
        additionalSecretOutputs: [],
        customTimeouts: { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 },
    },
    isType: () => false,
    asType: () => undefined,
});

const common = (config: Readonly<Record<string, unknown>> = {}) => ({
    stackTags: new Map<string, string>(),
    getConfig: <T extends object>() => config as T,
    notApplicable: (reason?: string): never => {
        throw new Error(`not applicable: ${reason}`);
    },
});

const nodes = (...resources: readonly ReturnType<typeof resource>[]) =>
    resources.map((one) => ({ ...one, dependencies: [], propertyDependencies: {} }));

describe("a policy as the SDK takes it", () => {
    const settings = { length: { description: "Least length of a name", default: 3 } };
    const policy = resourcePolicy({
        ...text,
        settings,
        types: [TYPE],
        check: ({ label, urn, properties }, report, { length }) => {
            if ((properties.text("name") ?? "").length < length)
                report.violation(`${label}: name is ${properties.shown("name")}; it must have ${length} letters.`, {
                    urn,
                });
        },
    });

    function say(given: ReturnType<typeof resource>, config?: Readonly<Record<string, unknown>>): readonly unknown[] {
        const [one] = packArguments([policy]).policies;
        assert.ok(one !== undefined && "validateResource" in one && typeof one.validateResource === "function");
        const said: unknown[] = [];
        one.validateResource({ ...common(config), ...given }, (violation: unknown) => void said.push(violation));
        return said;
    }

    it("carries what a reader wants to know", () => {
        const [one] = packArguments([policy]).policies;
        assert.deepEqual(
            { ...one, validateResource: undefined },
            {
                name: "topic-require-name",
                displayName: "Topics have names",
                description: "Topics have names",
                severity: "low",
                remediationSteps: "Give it one",
                tags: ["SNS.9", "P-X-01"],
                enforcementLevel: "mandatory",
                url: "https://example.com/why",
                configSchema: {
                    properties: { length: { type: "number", description: "Least length of a name", default: 3 } },
                },
                validateResource: undefined,
            },
        );
    });

    it("has its own level where it says why", () => {
        const [one] = packArguments([{ ...policy, level: { is: "advisory", because: "a habit" } }]).policies;
        assert.equal(one?.enforcementLevel, "advisory");
    });

    it("is marked with its type, by which the SDK passes over other resources", () => {
        const [one, several] = packArguments([policy, { ...policy, types: [TYPE, "aws:sqs/queue:Queue"] }]).policies;
        const mark = (of: object | undefined) => Reflect.get(Reflect.get(of ?? {}, "validateResource"), "__pulumiType");
        assert.equal(mark(one), TYPE);
        assert.equal(mark(several), undefined);
    });

    it("reports violations with the resource, and what it could not tell as advice", () => {
        assert.deepEqual(say(resource({ name: "ab" })), [
            { message: `topic (${TYPE}): name is "ab"; it must have 3 letters.`, urn: `urn:${TYPE}` },
        ]);
        assert.deepEqual(say(resource({ name: UNKNOWNS.string })), [
            {
                message: `not checked: topic (${TYPE}): name is not known before the update.`,
                urn: `urn:${TYPE}`,
                enforcementLevel: "advisory",
            },
        ]);
        assert.deepEqual(say(resource({ name: "abc" })), []);
        assert.deepEqual(say(resource({}, "aws:sqs/queue:Queue")), []);
    });

    it("heeds the pack's config, and refuses what is wrong in it", () => {
        assert.deepEqual(say(resource({ name: "ab" }), { length: 2 }), []);
        assert.throws(
            () => say(resource({}), { size: 2 }),
            /config: topic-require-name has no setting size; it has length\./,
        );
    });
});

describe("stack policies", () => {
    const seen: Stack[] = [];
    const policies = ["one", "two"].map((id) =>
        stackPolicy({ ...text, id, types: [TYPE], check: (stack) => void seen.push(stack) }),
    );
    const [first, second] = packArguments(policies).policies;
    const run = (policy: typeof first, resources = nodes(resource({}))) => {
        assert.ok(policy !== undefined && "validateStack" in policy);
        policy.validateStack({ ...common(), resources }, () => undefined);
    };

    it("share one graph in a run, and none with the next", () => {
        run(first);
        run(second);
        run(first);
        run(second, nodes(resource({}), resource({}, "aws:sqs/queue:Queue")));
        const [a, b, c, d] = seen;
        assert.equal(a, b);
        assert.notEqual(b, c);
        assert.notEqual(c, d);
    });

    it("are marked with their type, by which the SDK passes over stacks without it", () =>
        assert.equal(Reflect.get(Reflect.get(first ?? {}, "validateStack"), "__pulumiType"), TYPE));

    it("do not apply to a stack that has nothing of theirs", () =>
        assert.throws(
            () => run(first, nodes(resource({}, "a:b:C"))),
            /not applicable: the stack has no aws:sns\/topic:Topic/,
        ));
});

import {
    type CreateRequest,
    type DeleteRequest,
    PartialFailure,
    type ResourceRequest,
    type StandIn,
    type UpdateRequest,
} from "./protocol/stand-in";

export const FAULT_KINDS = ["denied", "throttled", "quota", "timeout"] as const;
const OPERATIONS = ["create", "update", "delete"] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
type Operation = (typeof OPERATIONS)[number];

/** One rule of OFFLINE_FAULTS. */
export interface FaultRule {
    readonly kind: FaultKind;
    /** Resource type; `*` stands for anything. */
    readonly type: string;
    /** Logical name; `*` stands for anything. */
    readonly name: string;
    readonly on: Operation;
    /** How many operations of one run it hits. */
    readonly times: number;
}

const HELP = `OFFLINE_FAULTS makes the stand-in providers fail. Rules are separated by ";":

    <kind>:<resource type> [name=<logical name>] [on=create|update|delete] [times=<number>]

    denied      the caller lacks the permission; nothing is made
    throttled   the API refuses the rate for longer than the provider retries; nothing is made
    quota       the account's quota is used up; nothing is made
    timeout     the provider gives up waiting, but the resource exists: the next up completes it

"*" in a type or name stands for any text. Default: any name, on=create, every time.
Example: OFFLINE_FAULTS='timeout:aws:rds/cluster:Cluster; quota:aws:ec2/eip:Eip times=1'`;

/**
 * @param value of OFFLINE_FAULTS; empty or absent: no faults
 * @throws with all problems and the grammar when a rule is malformed
 */
export function parseFaults(value: string | undefined): FaultRule[] {
    const problems: string[] = [];
    const rules = (value ?? "")
        .split(";")
        .map((rule) => rule.trim())
        .filter((rule) => rule !== "")
        .map((rule) => parseRule(rule, (problem) => problems.push(`OFFLINE_FAULTS: "${rule}": ${problem}`)));
    if (problems.length > 0) throw new Error(`${problems.join("\n")}\n\n${HELP}`);
    return rules;
}

function parseRule(rule: string, refuse: (problem: string) => void): FaultRule {
    const [head = "", ...options] = rule.split(/\s+/);
    const kind = FAULT_KINDS.find((candidate) => head.startsWith(`${candidate}:`));
    if (kind === undefined) refuse(`the kind must be one of ${FAULT_KINDS.join(", ")}, followed by ":"`);
    const type = head.slice(head.indexOf(":") + 1);
    if (!/^[\w*]+:[\w./*-]+(:[\w*]+)?$|^\*$/.test(type))
        refuse(`"${type}" is not a resource type such as aws:rds/cluster:Cluster`);
    const given = Object.fromEntries(
        options.map((option) => [option.split("=", 1)[0] ?? "", option.slice(option.indexOf("=") + 1)]),
    );
    for (const option of Object.keys(given)) {
        if (!["name", "on", "times"].includes(option))
            refuse(`"${option}" is not an option; they are name, on and times`);
    }
    const on = OPERATIONS.find((operation) => operation === (given["on"] ?? "create"));
    if (on === undefined) refuse(`on must be one of ${OPERATIONS.join(", ")}`);
    const times = given["times"] === undefined ? Number.POSITIVE_INFINITY : Number(given["times"]);
    if (!(times >= 1)) refuse("times must be a number of 1 or more");
    return { kind: kind ?? "denied", type, name: given["name"] ?? "*", on: on ?? "create", times };
}

/** A stand-in whose operations fail as the rules say. */
export function withFaults(standIn: StandIn, rules: readonly FaultRule[]): StandIn {
    if (rules.length === 0) return standIn;
    const left = new Map(rules.map((rule) => [rule, rule.times]));
    const faultOf = (on: Operation, request: ResourceRequest): FaultRule | undefined => {
        const rule = rules.find(
            (candidate) =>
                candidate.on === on &&
                matches(candidate.type, request.type) &&
                matches(candidate.name, request.name) &&
                (left.get(candidate) ?? 0) > 0,
        );
        if (rule !== undefined) left.set(rule, (left.get(rule) ?? 0) - 1);
        return rule;
    };
    const fail = (rule: FaultRule, request: ResourceRequest): never => {
        throw new Error(standIn.faultMessage(rule.kind, request.type, rule.on, request.name));
    };
    const timeOut = (
        request: CreateRequest | UpdateRequest,
        on: Operation,
        id: string,
        state: CreateRequest["inputs"],
    ): never => {
        throw new PartialFailure(standIn.faultMessage("timeout", request.type, on, request.name), id, state);
    };
    const { construct, replacingSettings } = standIn;
    return {
        ...(construct === undefined ? {} : { construct: construct.bind(standIn) }),
        ...(replacingSettings === undefined ? {} : { replacingSettings: replacingSettings.bind(standIn) }),
        name: standIn.name,
        version: standIn.version,
        checkConfig: (inputs) => standIn.checkConfig(inputs),
        configure: (inputs) => standIn.configure(inputs),
        check: (request) => standIn.check(request),
        diff: (request) => standIn.diff(request),
        read: (request) => standIn.read(request),
        invoke: (token, args) => standIn.invoke(token, args),
        faultMessage: (...parts) => standIn.faultMessage(...parts),
        create(request: CreateRequest) {
            const rule = request.preview ? undefined : faultOf("create", request);
            if (rule !== undefined && rule.kind !== "timeout") fail(rule, request);
            const created = standIn.create(request);
            return rule === undefined ? created : timeOut(request, "create", created.id, created.state);
        },
        update(request: UpdateRequest) {
            const rule = request.preview ? undefined : faultOf("update", request);
            if (rule !== undefined && rule.kind !== "timeout") fail(rule, request);
            const state = standIn.update(request);
            return rule === undefined ? state : timeOut(request, "update", request.id, state);
        },
        delete(request: DeleteRequest) {
            const rule = faultOf("delete", request);
            if (rule !== undefined) fail(rule, request);
            standIn.delete(request);
        },
    };
}

function matches(pattern: string, value: string): boolean {
    const escaped = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${escaped.join(".*")}$`).test(value);
}

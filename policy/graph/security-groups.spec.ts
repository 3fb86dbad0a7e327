import assert from "node:assert/strict";
import { CannotTell } from "./cannot-tell";
import { groupsOf, SECURITY_GROUP, type Source, sourcesOn } from "./security-groups";
import { type NodeFixture, named, stackOf } from "./stack.fixture";
import { UNKNOWNS } from "./unknown";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const OLD_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";

const store: NodeFixture = {
    type: SECURITY_GROUP,
    name: "store",
    props: { id: UNKNOWNS.string, ingress: UNKNOWNS.array },
};
const pods: NodeFixture = { type: SECURITY_GROUP, name: "pods" };
const cluster: NodeFixture = { type: "aws:eks/cluster:Cluster", name: "cluster" };

function shown(source: Source): string {
    if (source.kind === "group") return source.group.name;
    if (source.kind === "clusterGroup") return `${source.cluster.name}'s group`;
    return source.kind === "cidr" ? source.cidr : source.shown;
}

/** Who reaches port 6379 of the store. */
function reach(...rules: readonly NodeFixture[]): readonly string[] {
    const stack = stackOf(store, pods, cluster, ...rules);
    return sourcesOn([named(stack, "store")], 6379, stack).map(shown);
}

const toStore = { securityGroupId: ["store"] };
const onPort = { ipProtocol: "tcp", fromPort: 6379, toPort: 6379 };

describe("who reaches a port through a security group", () => {
    it("is nobody without a rule: the provider's own unknown list is none", () => assert.deepEqual(reach(), []));

    const rows: readonly (readonly [string, NodeFixture, readonly string[]])[] = [
        [
            "a group that a rule refers to",
            {
                type: RULE,
                name: "rule",
                props: { ...onPort, referencedSecurityGroupId: UNKNOWNS.string, cidrIpv4: UNKNOWNS.string },
                from: { ...toStore, referencedSecurityGroupId: ["pods"] },
            },
            ["pods"],
        ],
        [
            "the group that EKS makes",
            {
                type: RULE,
                name: "rule",
                props: { ...onPort, referencedSecurityGroupId: UNKNOWNS.string },
                from: { ...toStore, referencedSecurityGroupId: ["cluster"] },
            },
            ["cluster's group"],
        ],
        [
            "a range",
            { type: RULE, name: "rule", props: { ...onPort, cidrIpv4: "10.0.0.0/8" }, from: toStore },
            ["10.0.0.0/8"],
        ],
        [
            "a group of another stack",
            { type: RULE, name: "rule", props: { ...onPort, referencedSecurityGroupId: "sg-1" }, from: toStore },
            ['"sg-1"'],
        ],
        [
            "all with a rule for every protocol",
            { type: RULE, name: "rule", props: { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }, from: toStore },
            ["0.0.0.0/0"],
        ],
        [
            "nobody through another port",
            {
                type: RULE,
                name: "rule",
                props: { ipProtocol: "tcp", fromPort: 5432, toPort: 5432, cidrIpv4: "10.0.0.0/8" },
                from: toStore,
            },
            [],
        ],
        [
            "nobody through another protocol",
            {
                type: RULE,
                name: "rule",
                props: { ipProtocol: "udp", fromPort: 0, toPort: 65535, cidrIpv4: "10.0.0.0/8" },
                from: toStore,
            },
            [],
        ],
        [
            "the older kind of rule",
            {
                type: OLD_RULE,
                name: "rule",
                props: {
                    type: "ingress",
                    protocol: "6",
                    fromPort: 6000,
                    toPort: 7000,
                    cidrBlocks: ["10.0.0.0/8"],
                    self: true,
                },
                from: toStore,
            },
            ["10.0.0.0/8", "store"],
        ],
        [
            "nobody by a rule for what goes out",
            {
                type: OLD_RULE,
                name: "rule",
                props: { type: "egress", protocol: "-1", cidrBlocks: ["0.0.0.0/0"] },
                from: toStore,
            },
            [],
        ],
    ];
    for (const [who, rule, expected] of rows) it(`is ${who}`, () => assert.deepEqual(reach(rule), expected));

    it("is told from inline rules too", () => {
        const inline = [
            {
                protocol: "tcp",
                fromPort: 6379,
                toPort: 6379,
                securityGroups: [UNKNOWNS.string],
                cidrBlocks: ["10.0.0.0/8"],
            },
        ];
        const stack = stackOf({ ...store, props: { ingress: inline }, from: { ingress: ["pods"] } }, pods);
        assert.deepEqual(sourcesOn([named(stack, "store")], 6379, stack).map(shown), ["pods", "10.0.0.0/8"]);
    });

    it("is the cluster's own group in an inline rule, not another group with the same rules", () => {
        const ingress = [{ protocol: "tcp", fromPort: 6379, toPort: 6379, securityGroups: [UNKNOWNS.string] }];
        const from = { ingress: ["cluster"] };
        const twin = { type: SECURITY_GROUP, name: "twin", props: { ingress }, from };
        const stack = stackOf({ ...store, props: { ingress }, from }, twin, cluster);
        assert.deepEqual(sourcesOn([named(stack, "store")], 6379, stack).map(shown), ["cluster's group"]);
    });

    it("is told from literal ids in inline rules", () => {
        const inline = [{ protocol: "tcp", fromPort: 6379, toPort: 6379, securityGroups: ["sg-1", "sg-2"] }];
        const stack = stackOf({ ...store, props: { ingress: inline } }, { ...pods, props: { id: "sg-1" } });
        assert.deepEqual(sourcesOn([named(stack, "store")], 6379, stack).map(shown), ["pods", '"sg-2"']);
    });

    it("cannot be told when the ports are unknown", () =>
        assert.throws(
            () =>
                reach({
                    type: RULE,
                    name: "rule",
                    props: { ipProtocol: "tcp", fromPort: UNKNOWNS.number, cidrIpv4: "10.0.0.0/8" },
                    from: toStore,
                }),
            (problem) =>
                problem instanceof CannotTell &&
                problem.reason === `rule (${RULE}): fromPort is not known before the update`,
        ));
});

describe("the groups of a store", () => {
    it("are found also below a property", () => {
        const stack = stackOf(store, pods, {
            type: "aws:msk/cluster:Cluster",
            name: "kafka",
            props: { brokerNodeGroupInfo: { securityGroups: [UNKNOWNS.string] } },
            from: { brokerNodeGroupInfo: ["store", "cluster"] },
        });
        assert.deepEqual(
            groupsOf(named(stack, "kafka"), "brokerNodeGroupInfo", stack).map(({ name }) => name),
            ["store"],
        );
    });
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { goldenFile } from "../golden/preview-graph";
import { type Settings, StackRun } from "./stack-run";

/** A subnet of a given VPC. */
const subnet = (end: number, cidr: string) => ({ id: `subnet-0a1b2c3d4e5f6070${end}`, cidr });
const zones = (first: number, cidrs: readonly string[]) =>
    Object.fromEntries(cidrs.map((cidr, index) => [`eu-west-1${"abc"[index]}`, subnet(first + index, cidr)]));
const GIVEN_VPC = {
    vpcId: "vpc-0a1b2c3d4e5f60718",
    vpcCidr: "10.0.0.0/16",
    publicSubnets: zones(1, ["10.0.252.0/24", "10.0.253.0/24", "10.0.254.0/24"]),
    privateSubnets: zones(4, ["10.0.0.0/18", "10.0.64.0/18", "10.0.128.0/18"]),
    dataSubnets: zones(7, ["10.0.192.0/22", "10.0.196.0/22", "10.0.200.0/22"]),
};

interface Choice {
    readonly what: string;
    readonly settings: Settings;
    /** Resources that large has and this choice has not. */
    readonly without: RegExp | readonly string[];
    /** Resources that this choice adds to those of large. */
    readonly added?: readonly string[];
}

const CHOICES: readonly Choice[] = [
    {
        what: "a given VPC builds nothing of a network but the stack's own security groups",
        settings: { network: { existing: GIVEN_VPC } },
        without:
            /^aws:(ec2\/(vpc|subnet|internetGateway|natGateway|eip|route|routeTable|routeTableAssociation|vpcEndpoint|flowLog|defaultSecurityGroup):|\S+ network-)|^kaireon:network:Vpc /,
    },
    {
        what: "one NAT gateway instead of one per zone",
        settings: { network: { natGateways: "single" } },
        without: [
            "aws:ec2/eip:Eip network-nat-eu-west-1b",
            "aws:ec2/eip:Eip network-nat-eu-west-1c",
            "aws:ec2/natGateway:NatGateway network-nat-eu-west-1b",
            "aws:ec2/natGateway:NatGateway network-nat-eu-west-1c",
        ],
    },
    {
        what: "no readers leave the writer alone",
        settings: { values: { postgresExternalReplicas: 0 } },
        without: [
            "aws:rds/clusterInstance:ClusterInstance postgres-1",
            "aws:rds/clusterInstance:ClusterInstance postgres-2",
        ],
    },
    {
        what: "service monitors bring the definitions of their kinds",
        settings: { values: { monitoring: { prometheus: { enabled: true } } } },
        without: [],
        added: ["kubernetes:helm.sh/v3:Release controllers-prometheus-operator-crds"],
    },
];

describe("choices beside the selectors, whose golden graphs are in stacks/golden, previewed on the real engine", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    const stack = new StackRun();
    after(() => stack.remove());
    const large = Object.keys(parse(readFileSync(goldenFile("large"), "utf8")));

    for (const { what, settings, without, added = [] } of CHOICES) {
        it(what, async () => {
            const planned = (await stack.changes(settings)).map((change) => change.what.replace(/^create /, ""));
            const missing = large.filter((resource) => !planned.includes(resource));
            const expected =
                without instanceof RegExp ? large.filter((resource) => without.test(resource)) : [...without].sort();
            assert.notDeepEqual(planned, [], "the preview failed");
            assert.deepEqual(missing, expected);
            assert.deepEqual(planned.filter((resource) => !large.includes(resource)).sort(), [...added].sort());
        });
    }
});

import assert from "node:assert/strict";
import { nameOf, record } from "../../test/mocks";
import { subnetTags, Vpc, type VpcArgs } from "./vpc";
import { INTERFACE_ENDPOINTS } from "./vpc-endpoints";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] as const;

function plan(thirdOctet: number) {
    return ZONES.map((zone, index) => ({ zone, cidr: `10.64.${thirdOctet + index}.0/24` }));
}

const ARGS: VpcArgs = {
    cidr: "10.64.0.0/16",
    subnets: { public: plan(0), private: plan(10), data: plan(20) },
    natGateways: "perZone",
    region: "eu-west-1",
    accountId: "111122223333",
    partition: "aws",
    flowLogRetentionDays: 90,
};

function network(args: Partial<VpcArgs> = {}) {
    return record(() => new Vpc("network", { ...ARGS, ...args }));
}

describe("Vpc", () => {
    it("has exactly these children", async () => {
        const perZone = ZONES.flatMap((zone) => [
            `aws:ec2/eip:Eip network-nat-${zone}`,
            `aws:ec2/natGateway:NatGateway network-nat-${zone}`,
            `aws:ec2/route:Route network-private-${zone}-nat`,
            `aws:ec2/routeTable:RouteTable network-private-${zone}`,
            ...["public", "private", "data"].flatMap((kind) => [
                `aws:ec2/routeTableAssociation:RouteTableAssociation network-${kind}-${zone}`,
                `aws:ec2/subnet:Subnet network-${kind}-${zone}`,
            ]),
        ]);
        const endpoints = [
            "autoscaling",
            "dynamodb",
            "ec2",
            "ecr.api",
            "ecr.dkr",
            "eks",
            "eks-auth",
            "elasticloadbalancing",
            "s3",
            "secretsmanager",
            "sts",
        ];
        const expected = [
            "aws:cloudwatch/logGroup:LogGroup network-flow",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup network-default",
            "aws:ec2/flowLog:FlowLog network-flow",
            "aws:ec2/internetGateway:InternetGateway network-internet",
            "aws:ec2/route:Route network-public-internet",
            "aws:ec2/routeTable:RouteTable network-data",
            "aws:ec2/routeTable:RouteTable network-public",
            "aws:ec2/securityGroup:SecurityGroup network-endpoints",
            "aws:ec2/vpc:Vpc network",
            ...endpoints.map((service) => `aws:ec2/vpcEndpoint:VpcEndpoint network-${service}`),
            "aws:iam/role:Role network-flow",
            "aws:iam/rolePolicy:RolePolicy network-flow",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule network-endpoints-https",
            ...perZone,
        ];
        assert.deepEqual((await network()).children("kaireon:network:Vpc", "network"), expected.sort());
    });

    it("lays one subnet of each kind into every zone, none of which gives out public addresses", async () => {
        const recording = await network();
        assert.deepEqual(recording.inputs("aws:ec2/subnet:Subnet", "network-data-eu-west-1b"), {
            vpcId: "network-id",
            availabilityZone: "eu-west-1b",
            cidrBlock: "10.64.21.0/24",
            mapPublicIpOnLaunch: false,
            tags: { Name: "network-data-eu-west-1b" },
        });
        const subnets = recording.ofType("aws:ec2/subnet:Subnet");
        assert.equal(subnets.length, 9);
        for (const subnet of subnets) assert.equal(subnet.inputs["mapPublicIpOnLaunch"], false, subnet.name);
    });

    it("names its subnets by zone, in the order of the zones", async () => {
        const { result } = await network();
        for (const subnets of [result.publicSubnets, result.privateSubnets, result.dataSubnets]) {
            assert.deepEqual(
                subnets.map(({ zone }) => zone),
                [...ZONES],
            );
        }
        assert.equal(result.vpcCidr, "10.64.0.0/16");
    });

    it("gives the data subnets no route at all", async () => {
        const recording = await network();
        const routes = recording.ofType("aws:ec2/route:Route").map(({ inputs }) => inputs["routeTableId"]);
        assert.deepEqual(routes.sort(), [
            "network-private-eu-west-1a-id",
            "network-private-eu-west-1b-id",
            "network-private-eu-west-1c-id",
            "network-public-id",
        ]);
        assert.equal(recording.inputs("aws:ec2/routeTable:RouteTable", "network-data")["routes"], undefined);
        for (const zone of ZONES) {
            const association = "aws:ec2/routeTableAssociation:RouteTableAssociation";
            assert.deepEqual(recording.inputs(association, `network-data-${zone}`), {
                subnetId: `network-data-${zone}-id`,
                routeTableId: "network-data-id",
            });
        }
    });

    it("routes every zone's nodes through the NAT gateway of that zone", async () => {
        const recording = await network();
        for (const zone of ZONES) {
            assert.deepEqual(recording.inputs("aws:ec2/route:Route", `network-private-${zone}-nat`), {
                routeTableId: `network-private-${zone}-id`,
                destinationCidrBlock: "0.0.0.0/0",
                natGatewayId: `network-nat-${zone}-id`,
            });
            const gateway = recording.inputs("aws:ec2/natGateway:NatGateway", `network-nat-${zone}`);
            assert.equal(gateway["subnetId"], `network-public-${zone}-id`);
        }
    });

    it("routes every zone through the first zone's NAT gateway when one is asked for", async () => {
        const recording = await network({ natGateways: "single" });
        assert.deepEqual(
            recording.ofType("aws:ec2/natGateway:NatGateway").map(({ name }) => name),
            ["network-nat-eu-west-1a"],
        );
        for (const zone of ZONES) {
            const route = recording.inputs("aws:ec2/route:Route", `network-private-${zone}-nat`);
            assert.equal(route["natGatewayId"], "network-nat-eu-west-1a-id");
            assert.equal(route["routeTableId"], `network-private-${zone}-id`);
        }
    });

    it("closes the default security group and lets nothing in from outside the VPC", async () => {
        const recording = await network();
        const closed = recording.inputs("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network-default");
        assert.deepEqual([closed["ingress"], closed["egress"]], [[], []]);
        assert.deepEqual(
            recording
                .ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                .map(({ inputs: { cidrIpv4, fromPort, toPort } }) => ({ cidrIpv4, fromPort, toPort })),
            [{ cidrIpv4: "10.64.0.0/16", fromPort: 443, toPort: 443 }],
        );
        for (const { inputs } of recording.ofType("aws:ec2/securityGroup:SecurityGroup")) {
            assert.equal(inputs["ingress"], undefined);
        }
    });

    it("reaches S3 and DynamoDB from private and data subnets without NAT", async () => {
        const recording = await network();
        for (const service of ["s3", "dynamodb"]) {
            const endpoint = recording.inputs("aws:ec2/vpcEndpoint:VpcEndpoint", `network-${service}`);
            assert.equal(endpoint["vpcEndpointType"], "Gateway");
            assert.equal(endpoint["serviceName"], `com.amazonaws.eu-west-1.${service}`);
            assert.deepEqual(endpoint["routeTableIds"], [
                ...ZONES.map((zone) => `network-private-${zone}-id`),
                "network-data-id",
            ]);
        }
    });

    it("answers interface endpoints in every private subnet under the service's own name", async () => {
        const { policy, ...endpoint } = (await network()).inputs("aws:ec2/vpcEndpoint:VpcEndpoint", "network-ecr.dkr");
        assert.equal(typeof policy, "string");
        assert.deepEqual(endpoint, {
            vpcId: "network-id",
            serviceName: "com.amazonaws.eu-west-1.ecr.dkr",
            tags: { Name: "network-ecr.dkr" },
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: ZONES.map((zone) => `network-private-${zone}-id`),
            securityGroupIds: ["network-endpoints-id"],
        });
    });

    it("adds an endpoint for each service that a chosen store is reached through, and opens its port", async () => {
        const plain = (await network()).children("kaireon:network:Vpc", "network");
        const recording = await network({ storeEndpoints: ["cassandra", "kinesis-streams"] });
        const added = recording.children("kaireon:network:Vpc", "network").filter((child) => !plain.includes(child));
        assert.deepEqual(added, [
            "aws:ec2/vpcEndpoint:VpcEndpoint network-cassandra",
            "aws:ec2/vpcEndpoint:VpcEndpoint network-kinesis-streams",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule network-endpoints-cassandra",
        ]);
        const { serviceName, securityGroupIds } = recording.inputs(
            "aws:ec2/vpcEndpoint:VpcEndpoint",
            "network-cassandra",
        );
        assert.deepEqual(
            [serviceName, securityGroupIds],
            ["com.amazonaws.eu-west-1.cassandra", ["network-endpoints-id"]],
        );
        const rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
        assert.deepEqual(recording.inputs(rule, "network-endpoints-cassandra"), {
            securityGroupId: "network-endpoints-id",
            description: "The VPC to the endpoint of cassandra",
            cidrIpv4: "10.64.0.0/16",
            ipProtocol: "tcp",
            fromPort: 9142,
            toPort: 9142,
        });
    });

    it("makes interface endpoints for the stores alone when that is asked for", async () => {
        const all = (await network({ storeEndpoints: ["cassandra"] })).children("kaireon:network:Vpc", "network");
        const some = await network({ storeEndpoints: ["cassandra"], interfaceEndpoints: "storesOnly" });
        const left = some.children("kaireon:network:Vpc", "network");
        assert.deepEqual(
            all.filter((child) => !left.includes(child)),
            INTERFACE_ENDPOINTS.map(({ service }) => `aws:ec2/vpcEndpoint:VpcEndpoint network-${service}`).sort(),
        );
    });

    it("has no interface endpoint, nor a security group for any, when the stores ask for none", async () => {
        const all = (await network()).children("kaireon:network:Vpc", "network");
        const left = (await network({ interfaceEndpoints: "storesOnly" })).children("kaireon:network:Vpc", "network");
        assert.deepEqual(
            all.filter((child) => !left.includes(child)),
            [
                "aws:ec2/securityGroup:SecurityGroup network-endpoints",
                ...INTERFACE_ENDPOINTS.map(({ service }) => `aws:ec2/vpcEndpoint:VpcEndpoint network-${service}`),
                "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule network-endpoints-https",
            ].sort(),
        );
    });

    it("logs all traffic into a group that expires", async () => {
        const recording = await network({ logKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/logs" });
        assert.deepEqual(recording.inputs("aws:cloudwatch/logGroup:LogGroup", "network-flow"), {
            retentionInDays: 90,
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/logs",
        });
        const flow = recording.resource("aws:ec2/flowLog:FlowLog", "network-flow");
        assert.equal(flow.inputs["trafficType"], "ALL");
        assert.ok(flow.waitsFor.includes("network-flow"));
    });

    it("has nodes wait for their way out and for the endpoints, and stores for neither", async () => {
        const recording = await network();
        const names = await Promise.all(recording.result.egress.map((resource) => nameOf(resource)));
        assert.deepEqual(names.filter((name) => name.startsWith("network-private")).sort(), [
            ...ZONES.flatMap((zone) => [`network-private-${zone}`, `network-private-${zone}-nat`]),
        ]);
        assert.equal(names.length, 6 + 11);
    });
});

describe("subnetTags", () => {
    it("marks subnets for the load balancers that may lie in them", () => {
        assert.deepEqual(subnetTags("network", "public", "eu-west-1a"), {
            Name: "network-public-eu-west-1a",
            "kubernetes.io/role/elb": "1",
        });
        assert.deepEqual(subnetTags("network", "private", "eu-west-1a"), {
            Name: "network-private-eu-west-1a",
            "kubernetes.io/role/internal-elb": "1",
        });
        assert.deepEqual(subnetTags("network", "data", "eu-west-1a"), { Name: "network-data-eu-west-1a" });
    });
});

import type { StackFixture } from "../../../test/policy/stack-fixture";

export const TABLE = "aws:keyspaces/table:Table";
const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** A table that every other policy accepts, apart from the endpoint that it needs. */
export function addTable(stack: StackFixture, props: Readonly<Record<string, unknown>> = {}): StackFixture {
    const [alarm] = stack.resources.filter(({ type }) => type === ALARM);
    const dimensions = { Keyspace: "kaireon", TableName: "history" };
    stack.add({ type: ALARM, name: "history-throttles", props: { ...alarm?.props, dimensions } });
    return stack.add({
        type: TABLE,
        name: "history",
        protect: true,
        props: {
            keyspaceName: "kaireon",
            tableName: "history",
            encryptionSpecification: {
                type: "CUSTOMER_MANAGED_KMS_KEY",
                kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/1",
            },
            pointInTimeRecovery: { status: "ENABLED" },
            ...props,
        },
    });
}

export const GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** An endpoint whose group lets the network in on a port. */
export function addEndpoint(
    stack: StackFixture,
    props: Readonly<Record<string, unknown>> = {},
    port = 9142,
): StackFixture {
    stack.add({
        type: GROUP,
        name: "history-access",
        props: {
            description: "Keyspaces from the nodes",
            ingress: [
                { protocol: "tcp", fromPort: port, toPort: port, cidrBlocks: ["10.0.0.0/16"], description: "Nodes" },
            ],
        },
    });
    return stack.add({
        type: ENDPOINT,
        name: "history-endpoint",
        props: {
            serviceName: "com.amazonaws.eu-west-1.cassandra",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            policy: JSON.stringify({ Statement: [] }),
            ...props,
        },
        from: {
            securityGroupIds: ["history-access"],
            subnetIds: ["a", "b"].map((zone) => `aws:ec2/subnet:Subnet network-private-eu-west-1${zone}`),
        },
    });
}

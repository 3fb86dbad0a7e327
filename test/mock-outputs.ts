type Outputs = Record<string, unknown>;

const REGION = "eu-west-1";
const ACCOUNT = "111122223333";

/** Outputs that a type computes besides its inputs, where tests or components read them. Add a row when one is missing. */
const ROWS: Readonly<Record<string, (name: string, inputs: Outputs) => Outputs>> = {
    "aws:ec2/eip:Eip": (name) => ({ allocationId: `${name}-allocation` }),
    "aws:ec2/launchTemplate:LaunchTemplate": (name) => ({ name, latestVersion: 1 }),
    "aws:ec2/vpc:Vpc": () => ({ defaultSecurityGroupId: "sg-default" }),
    "aws:iam/role:Role": (name) => ({ name }),
    "aws:kms/key:Key": (name) => ({ keyId: `${name}-key` }),
    "aws:cloudwatch/logGroup:LogGroup": (name, inputs) => ({
        name: inputs["name"] ?? name,
        arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${inputs["name"] ?? name}`,
    }),
    "aws:eks/nodeGroup:NodeGroup": (name) => ({ nodeGroupName: name, status: "ACTIVE" }),
    "aws:rds/cluster:Cluster": (name) => ({
        clusterIdentifier: name,
        endpoint: `${name}.cluster-c0ffee.${REGION}.rds.amazonaws.com`,
        readerEndpoint: `${name}.cluster-ro-c0ffee.${REGION}.rds.amazonaws.com`,
        clusterResourceId: "cluster-ABCDEFGHIJKL",
        masterUserSecrets: [
            {
                secretArn: `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:rds!cluster-abcdef`,
                secretStatus: "active",
            },
        ],
    }),
    "aws:rds/clusterInstance:ClusterInstance": (name) => ({ identifier: name }),
    "aws:rds/subnetGroup:SubnetGroup": (name) => ({ name }),
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": (name) => ({ name }),
    "aws:rds/parameterGroup:ParameterGroup": (name) => ({ name }),
    "aws:elasticache/subnetGroup:SubnetGroup": (name) => ({ name }),
    "aws:elasticache/parameterGroup:ParameterGroup": (name) => ({ name }),
    "aws:elasticache/replicationGroup:ReplicationGroup": (name) => ({
        replicationGroupId: name,
        configurationEndpointAddress: `clustercfg.${name}.c0ffee.euw1.cache.amazonaws.com`,
        memberClusters: [`${name}-0001-001`, `${name}-0001-002`],
    }),
    "aws:opensearch/domain:Domain": (name) => ({
        domainName: name,
        domainId: `${ACCOUNT}/${name}`,
        endpoint: `vpc-${name}-c0ffee.${REGION}.es.amazonaws.com`,
    }),
    "aws:msk/cluster:Cluster": (name) => ({
        clusterName: name,
        arn: `arn:aws:kafka:${REGION}:${ACCOUNT}:cluster/${name}/c0ffee00-0000-4000-8000-000000000000-1`,
        clusterUuid: "c0ffee00-0000-4000-8000-000000000000-1",
        bootstrapBrokersSaslIam: `b-1.${name}.c0ffee.kafka.${REGION}.amazonaws.com:9098`,
        bootstrapBrokersSaslScram: `b-1.${name}.c0ffee.kafka.${REGION}.amazonaws.com:9096`,
    }),
    "aws:msk/configuration:Configuration": () => ({ latestRevision: 1 }),
    "aws:dynamodb/table:Table": (name) => ({ name }),
    "aws:kinesis/stream:Stream": (name) => ({ name }),
    "aws:kinesis/streamConsumer:StreamConsumer": (name) => ({ name }),
    "aws:cloudwatch/eventBus:EventBus": (name) => ({ name }),
    "aws:sqs/queue:Queue": (name) => ({ name, url: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}` }),
    "aws:schemas/registry:Registry": (name) => ({ name }),
    "eks:index:Cluster": (name, inputs) => {
        const cluster = inputs["name"] ?? name;
        return {
            eksCluster: {
                name: cluster,
                arn: `arn:aws:eks:${REGION}:${ACCOUNT}:cluster/${cluster}`,
                endpoint: `https://C0FFEE.gr7.${REGION}.eks.amazonaws.com`,
                version: inputs["version"],
            },
            clusterSecurityGroupId: "sg-cluster",
            oidcProviderArn: `arn:aws:iam::${ACCOUNT}:oidc-provider/oidc.eks.${REGION}.amazonaws.com/id/C0FFEE`,
            oidcIssuer: `oidc.eks.${REGION}.amazonaws.com/id/C0FFEE`,
            kubeconfigJson: `{"kind":"Config"}`,
            kubeconfig: { kind: "Config" },
        };
    },
    "kubernetes:helm.sh/v3:Release": (name) => ({ status: { status: "deployed", name } }),
    "random:index/randomId:RandomId": () => ({ hex: "c0ffee00" }),
    "random:index/randomPassword:RandomPassword": () => ({ result: "0123456789abcdefghijklmnopqrstuv" }),
};

/** Well-formed outputs of a mocked resource: an ARN for everything of AWS, and what its type's row says. */
export function plausibleOutputs(type: string, name: string, inputs: Outputs): Outputs {
    const service = type.split(":")[1]?.split("/")[0] ?? "";
    const arn = type.startsWith("aws:") ? { arn: `arn:aws:${service}:${REGION}:${ACCOUNT}:${name}` } : {};
    return { ...arn, ...ROWS[type]?.(name, inputs) };
}

import assert from "node:assert/strict";
import { z } from "zod";
import { baseValues } from "../infra/sizing/seed-values";
import { type Change, committed, loadChanged as load, refusalOf as refusal } from "./config/changed-stack.fixture";
import { stackSchema } from "./config/schema";
import { tierSecretArns } from "./config/tier-secrets";

const subnets = (kind: number, length: number) =>
    Object.fromEntries(
        ["a", "b", "c"].map((zone, index) => [
            `eu-west-1${zone}`,
            { id: `subnet-0000000${kind}${index}`, cidr: `10.64.${kind * 64 + index * 16}.0/${length}` },
        ]),
    );
const existing = {
    vpcId: "vpc-0a1b2c3d",
    vpcCidr: "10.64.0.0/16",
    publicSubnets: subnets(0, 24),
    privateSubnets: subnets(1, 20),
    dataSubnets: subnets(2, 24),
};
const given = { "network.cidr": undefined, "network.existing": existing };

const REFUSED: readonly (readonly [string, Change, string])[] = [
    // The shape of settings.
    [
        "a missing region",
        { "aws:region": undefined, zones: undefined },
        "aws:region is missing; every zone, price and limit depends on it. Set it, such as eu-west-1.",
    ],
    [
        "a misspelt block",
        { "kaireon:postgress": { instanceClass: "db.r7g.large" } },
        'kaireon:postgress is {"instanceClass":"db.r7g.large"}; there is no such setting. Did you mean kaireon:postgres?',
    ],
    [
        "a misspelt setting",
        { "redis.shard": 4 },
        "kaireon:redis.shard is 4; there is no such setting. Did you mean kaireon:redis.shards?",
    ],
    [
        "a setting that is nowhere near any",
        { "alarms.pagerDutyKey": "x" },
        "kaireon:alarms.pagerDutyKey is x; there is no such setting. Remove it; kaireon:alarms has email.",
    ],
    [
        "a rate that the measured pods do not serve",
        { "sizing.requestsPerPod": 87 },
        "kaireon:target.decisionsPerSecond is 5000; api.autoscaling.maxReplicas is 50, and so many pods serve 4350 at kaireon:sizing.requestsPerPod 87. " +
            "Raise api.autoscaling.maxReplicas in kaireon:values to 58 or more, or lower the target to 4350.",
    ],
    [
        "a measured rate of nothing",
        { "sizing.requestsPerPod": 0 },
        "kaireon:sizing.requestsPerPod is 0; it must be 1 or more. Raise kaireon:sizing.requestsPerPod.",
    ],
    ["a missing block", { ingress: undefined }, "kaireon:ingress is missing; it has no default. Set it: The way in."],
    [
        "a missing setting",
        { "ingress.host": undefined },
        "kaireon:ingress.host is missing; it has no default. Set it: DNS name that the platform is reached by, such as kaireon.example.com.",
    ],
    [
        "text for a number",
        { "redis.shards": "three" },
        "kaireon:redis.shards is three; it must be a whole number. Correct kaireon:redis.shards.",
    ],
    [
        "a fraction for a count",
        { "kafka.brokersPerZone": 1.5 },
        "kaireon:kafka.brokersPerZone is 1.5; it must be a whole number. Correct kaireon:kafka.brokersPerZone.",
    ],
    [
        "an unquoted version",
        { "cluster.version": 1.35 },
        "kaireon:cluster.version is 1.35; it must be text (in quotes where YAML would read a number). Correct kaireon:cluster.version.",
    ],
    [
        "text for a list",
        { "cluster.publicAccessCidrs": "203.0.113.0/24" },
        "kaireon:cluster.publicAccessCidrs is 203.0.113.0/24; it must be a list. Correct kaireon:cluster.publicAccessCidrs.",
    ],
    [
        "text for a block",
        { target: "5000" },
        "kaireon:target is 5000; it must be a map of settings. Correct kaireon:target.",
    ],
    [
        "text for a switch",
        { protect: "yes" },
        "kaireon:protect is yes; it must be true or false. Correct kaireon:protect.",
    ],
    [
        "a choice that there is not",
        { "network.natGateways": "none" },
        "kaireon:network.natGateways is none; it must be perZone or single. Correct kaireon:network.natGateways.",
    ],
    [
        "interface endpoints that there are not",
        { "network.interfaceEndpoints": "none" },
        "kaireon:network.interfaceEndpoints is none; it must be all or storesOnly. Correct kaireon:network.interfaceEndpoints.",
    ],
    [
        "text for the loss of a zone",
        { "nodes.surviveZoneLoss": "no" },
        "kaireon:nodes.surviveZoneLoss is no; it must be true or false. Correct kaireon:nodes.surviveZoneLoss.",
    ],
    [
        "a retention that CloudWatch has not",
        { "cluster.logRetentionDays": 100 },
        "kaireon:cluster.logRetentionDays is 100; CloudWatch has no such retention. Take one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653.",
    ],
    [
        "too short a backup",
        { "postgres.backupRetentionDays": 1 },
        "kaireon:postgres.backupRetentionDays is 1; it must be 7 or more. Raise kaireon:postgres.backupRetentionDays.",
    ],
    // Zones and network.
    [
        "two zones",
        { zones: ["eu-west-1a", "eu-west-1b"] },
        'kaireon:zones is ["eu-west-1a","eu-west-1b"]; the platform spreads over exactly three different zones. Name three zones of eu-west-1.',
    ],
    [
        "a zone named twice",
        { zones: ["eu-west-1a", "eu-west-1b", "eu-west-1b"] },
        'kaireon:zones is ["eu-west-1a","eu-west-1b","eu-west-1b"]; the platform spreads over exactly three different zones. Name three zones of eu-west-1.',
    ],
    [
        "a zone of another region",
        { zones: ["eu-west-1a", "eu-west-1b", "us-east-1c"] },
        "kaireon:zones[2] is us-east-1c; it is no zone of eu-west-1. Name zones of aws:region, such as eu-west-1a.",
    ],
    [
        "a range that starts in its middle",
        { "network.cidr": "10.64.1.0/16" },
        "kaireon:network.cidr is 10.64.1.0/16; it is no IPv4 range, whose address must be the first of the range. Write it as address/length, such as 10.64.0.0/16.",
    ],
    [
        "a public range for the VPC",
        { "network.cidr": "8.8.0.0/16" },
        "kaireon:network.cidr is 8.8.0.0/16; a VPC needs a private range between /16 and /28. Take one out of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, such as 10.64.0.0/16.",
    ],
    [
        "a VPC that is too small for the pods",
        { "network.cidr": "10.64.0.0/20" },
        "kaireon:network.cidr is 10.64.0.0/20; each of its private subnets has 1019 addresses and may need 1808 at the chart's maximum. Take a /19 or larger.",
    ],
    [
        "a range of a VPC that is given",
        { "network.existing": existing },
        "kaireon:network.cidr is 10.64.0.0/16; the given VPC is used as it is. Remove kaireon:network.cidr or kaireon:network.existing.",
    ],
    [
        "endpoints for a VPC that is given",
        { ...given, "network.interfaceEndpoints": "all" },
        "kaireon:network.interfaceEndpoints is all; the given VPC is used as it is. Remove kaireon:network.interfaceEndpoints or kaireon:network.existing.",
    ],
    [
        "a malformed id of a VPC",
        { ...given, "network.existing.vpcId": "my-vpc" },
        "kaireon:network.existing.vpcId is my-vpc; it is no id of a VPC. Give the id that AWS shows, such as vpc-0a1b2c3d4e5f60718.",
    ],
    [
        "a zone without its subnet",
        { ...given, "network.existing.dataSubnets.eu-west-1c": undefined },
        'kaireon:network.existing.dataSubnets is ["eu-west-1a","eu-west-1b"]; it has no subnet in eu-west-1c. Add the data subnet of eu-west-1c.',
    ],
    [
        "a subnet outside its VPC",
        { ...given, "network.existing.dataSubnets.eu-west-1c.cidr": "10.65.0.0/24" },
        "kaireon:network.existing.dataSubnets.eu-west-1c is 10.65.0.0/24; it lies outside the VPC's 10.64.0.0/16. Correct either range.",
    ],
    [
        "subnets that overlap",
        { ...given, "network.existing.dataSubnets.eu-west-1c.cidr": "10.64.64.0/24" },
        "kaireon:network.existing.dataSubnets.eu-west-1c is 10.64.64.0/24; it overlaps kaireon:network.existing.privateSubnets.eu-west-1a. Name a subnet for each zone and kind.",
    ],
    [
        "a given subnet that is too small for the pods",
        { ...given, "network.existing.privateSubnets.eu-west-1a.cidr": "10.64.64.0/22" },
        "kaireon:network.existing.privateSubnets.eu-west-1a is 10.64.64.0/22; it has 1019 addresses and may need 1808 at the chart's maximum. Give a larger subnet, or lower the maximum replicas in kaireon:values.",
    ],
    [
        "an API endpoint that is open to everybody",
        { "cluster.publicAccessCidrs": ["0.0.0.0/0"] },
        "kaireon:cluster.publicAccessCidrs[0] is 0.0.0.0/0; the cluster's API endpoint must not be open to everybody. Name the ranges that administrators and CI come from.",
    ],
    [
        "a cluster without an administrator",
        { "cluster.adminPrincipalArns": [] },
        "kaireon:cluster.adminPrincipalArns is []; only the identity that creates the cluster could administer it. Name at least one role that people take, other than the one that runs pulumi up.",
    ],
    [
        "an assumed role for an administrator",
        { "cluster.adminPrincipalArns": ["arn:aws:sts::123456789012:assumed-role/admin/me"] },
        "kaireon:cluster.adminPrincipalArns[0] is arn:aws:sts::123456789012:assumed-role/admin/me; it is no ARN of an IAM role or user. Give arn:aws:iam::<account>:role/<name>; of an assumed role, the role's own ARN.",
    ],
    [
        "a certificate of another region",
        {
            "ingress.certificateArn":
                "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        },
        "kaireon:ingress.certificateArn is arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000; it is a certificate in us-east-1, and a load balancer in eu-west-1 takes only its own region's. Request or import the certificate in eu-west-1.",
    ],
    [
        "an address with a scheme for a host",
        { "ingress.host": "https://kaireon.example.com" },
        "kaireon:ingress.host is https://kaireon.example.com; it is no DNS name. Give the name alone, in small letters, such as kaireon.example.com.",
    ],
    // Images and chart.
    [
        "a moving tag",
        { "images.tag": "latest" },
        "kaireon:images.tag is latest; the pods of one release would run different code. Give one version that all images share.",
    ],
    [
        "a registry with a scheme",
        { "images.registry": "https://registry.example.com/" },
        "kaireon:images.registry is https://registry.example.com/; it is no image registry. Give host and path without https:// and without a slash at the end, such as 123456789012.dkr.ecr.eu-west-1.amazonaws.com.",
    ],
    [
        "a chart in a registry without its version",
        { chart: { repository: "oci://registry.example.com/kaireon" } },
        'kaireon:chart is {"repository":"oci://registry.example.com/kaireon"}; it names no chart. Give either path, or repository and version.',
    ],
    // Nodes.
    [
        "a node type that is not known",
        { "nodes.api.instanceType": "m7i.3xlarge" },
        "kaireon:nodes.api.instanceType is m7i.3xlarge; its cores, memory and addresses are not known. Take m7i.large, m7i.xlarge, m7i.2xlarge, m7i.4xlarge or m7i.8xlarge.",
    ],
    [
        "a node type of a family that is not known",
        { "nodes.ml.instanceType": "p5.48xlarge" },
        "kaireon:nodes.ml.instanceType is p5.48xlarge; its cores, memory and addresses are not known. Take a type of m6i, m7i, m7g, c6g, c7g, c7i, r7g or t3.",
    ],
    [
        "a node that no pod fits on",
        { "nodes.api.instanceType": "m7i.large" },
        "kaireon:nodes.api.instanceType is m7i.large; a pod of api requests 2 cores and 4096 MiB, and the node has 1.75 cores and 6783 MiB for pods. Take m7i.xlarge or a larger type, or lower api.resources.requests in kaireon:values.",
    ],
    [
        "a node of another architecture than the images",
        { "nodes.worker.instanceType": "m7g.2xlarge" },
        "kaireon:nodes.worker.instanceType is m7g.2xlarge; it is arm64, and kaireon:images.architecture is x86_64. Take an x86_64 type, or images that are built for arm64.",
    ],
    [
        "more nodes than a group may have",
        { "values.worker.keda.maxReplicas": 1500, "postgres.poolSizePerPod": 1, "values.eventbus.enabled": false },
        "kaireon:nodes.worker.instanceType is m7i.2xlarge; a node group would need 501 nodes and EKS allows 450. Take a larger type, or lower the maximum replicas in kaireon:values.",
    ],
    // Stores.
    [
        "a size that the family has not",
        { "postgres.instanceClass": "db.r7g.3xlarge" },
        "kaireon:postgres.instanceClass is db.r7g.3xlarge; Aurora has no such class in eu-west-1. Take db.r7g.12xlarge, db.r7g.16xlarge, db.r7g.2xlarge, db.r7g.4xlarge, db.r7g.8xlarge, db.r7g.large or db.r7g.xlarge.",
    ],
    [
        "Aurora Serverless",
        { "postgres.instanceClass": "db.serverless" },
        "kaireon:postgres.instanceClass is db.serverless; its connections come and go with its capacity, and this program counts on those of a class. Take a provisioned class, such as db.r7g.2xlarge.",
    ],
    [
        "an old PostgreSQL",
        { "postgres.engineVersion": "14.20" },
        "kaireon:postgres.engineVersion is 14.20; KaireonAI needs PostgreSQL 15 or newer. Take a newer version, such as 17.7.",
    ],
    [
        "more connections than the class allows",
        { "postgres.instanceClass": "db.r7g.large", "postgres.poolSizePerPod": 20 },
        "kaireon:postgres.poolSizePerPod is 20; 99 pods at their maximum would open 1980 connections and db.r7g.large gives 1719. Set it to 17 or less, take a larger kaireon:postgres.instanceClass, or turn on postgres.pooler in kaireon:values.",
    ],
    [
        "a version of the other engine",
        { "redis.engine": "redis" },
        "kaireon:redis.engineVersion is 8.2; it is a version of valkey, and kaireon:redis.engine is redis. Take 4.0.10, 5.0.6, 6.0, 6.2, 7.0 or 7.1.",
    ],
    [
        "data nodes that do not spread evenly",
        { "search.dataNodes": 4 },
        "kaireon:search.dataNodes is 4; the nodes are spread over 3 zones and their number must be a multiple. Set it to 6.",
    ],
    [
        "more nodes than a T type leads",
        { "search.dataNodes": 12, "search.dataInstanceType": "t3.small.search" },
        "kaireon:search.dataNodes is 12; a domain has at most 10 nodes of t3.small.search. Lower it, or take a type of another family.",
    ],
    [
        "a volume that the type does not take",
        { "search.volumeGb": 2000 },
        "kaireon:search.volumeGb is 2000; r7g.large.search takes volumes up to 1536 GiB. Lower it, add data nodes, or take a larger type.",
    ],
    [
        "a broker type that is not known",
        { "kafka.brokerInstanceType": "kafka.m7g.small" },
        "kaireon:kafka.brokerInstanceType is kafka.m7g.small; MSK has no such type of Standard broker. Take kafka.t3.small, kafka.m5.large, kafka.m5.xlarge, kafka.m5.2xlarge, kafka.m5.4xlarge, kafka.m5.8xlarge, kafka.m5.12xlarge, kafka.m5.16xlarge, kafka.m5.24xlarge, kafka.m7g.large, kafka.m7g.xlarge, kafka.m7g.2xlarge, kafka.m7g.4xlarge, kafka.m7g.8xlarge, kafka.m7g.12xlarge or kafka.m7g.16xlarge.",
    ],
    [
        "a retention that the disks cannot hold",
        { "kafka.retentionHours": 168 },
        "kaireon:kafka.maxVolumeGb is 2400; 168 hours of events at 5000 decisions a second need 13572 GiB a broker. Raise it, lower kaireon:kafka.retentionHours, or raise kaireon:kafka.brokersPerZone.",
    ],
    [
        "a disk that fills before MSK may enlarge it",
        { "kafka.volumeGb": 100 },
        "kaireon:kafka.volumeGb is 100; at the target rate a broker fills 485 GiB before MSK may enlarge its disk again. Set it to 485 or more.",
    ],
    [
        "a largest disk below the first",
        { "kafka.volumeGb": 3000 },
        "kaireon:kafka.maxVolumeGb is 2400; it is below kaireon:kafka.volumeGb, which is 3000. Raise it: a disk only grows.",
    ],
    // The chart's values.
    [
        "sixteen readers",
        { "values.postgresExternalReplicas": 16 },
        "postgresExternalReplicas is 16; Aurora allows at most 15. Lower postgresExternalReplicas in kaireon:values.",
    ],
    [
        "fewer readers than none",
        { "values.postgresExternalReplicas": -1 },
        "postgresExternalReplicas is -1; it must be a whole number, 0 or more. Correct postgresExternalReplicas in kaireon:values.",
    ],
    [
        "a minimum above the maximum",
        { "values.api.autoscaling.minReplicas": 60 },
        "api.autoscaling.minReplicas is 60; it is above api.autoscaling.maxReplicas, which is 50. Lower api.autoscaling.minReplicas or raise api.autoscaling.maxReplicas in kaireon:values.",
    ],
    [
        "a misspelt value of the chart",
        { "values.api.autoscaling.maxReplica": 60 },
        "api.autoscaling.maxReplica is 60; the chart has no such value. Did you mean api.autoscaling.maxReplicas?",
    ],
    [
        "a value that the chart does not have",
        { "values.grafana": { enabled: true } },
        'grafana is {"enabled":true}; the chart has no such value. Remove it from kaireon:values.',
    ],
    [
        "a choice that the chart does not have",
        { "values.image.pullPolicy": "Sometimes" },
        "image.pullPolicy is Sometimes; it must be Always, IfNotPresent or Never. Correct image.pullPolicy in kaireon:values.",
    ],
    [
        "a request that is no quantity",
        { "values.worker.resources.requests.memory": "4 GB" },
        "worker.resources.requests.memory is 4 GB; it must be a memory quantity such as 4Gi. Correct worker.resources.requests.memory in kaireon:values.",
    ],
    [
        "a single Redis node",
        { "values.redis.cluster": false },
        "redis.cluster is false; it is not built by this program yet. Set redis.cluster to true in kaireon:values.",
    ],
    [
        "a publisher that contradicts the alias",
        { "values.config.EVENT_PUBLISHER": "kinesis" },
        "config.EVENT_PUBLISHER is kinesis; eventbus.backend selects kafka. Remove config.EVENT_PUBLISHER from kaireon:values, or make the two agree.",
    ],
    [
        "Kafka under an alias that is off",
        { "values.eventbus.enabled": false, "values.config.EVENT_PUBLISHER": "msk" },
        "config.EVENT_PUBLISHER is msk; eventbus.enabled false selects redis. Remove config.EVENT_PUBLISHER from kaireon:values, or make the two agree.",
    ],
    [
        "Kinesis under an alias that is off",
        { "values.eventbus.enabled": false, "values.config.EVENT_PUBLISHER": "kinesis" },
        "config.EVENT_PUBLISHER is kinesis; eventbus.enabled false selects redis. Remove config.EVENT_PUBLISHER from kaireon:values, or make the two agree.",
    ],
    [
        "a store that contradicts the alias",
        { "values.config.INTERACTION_STORE": "pg" },
        "config.INTERACTION_STORE is pg; interactionStore.backend selects dynamodb. Remove config.INTERACTION_STORE from kaireon:values, or make the two agree.",
    ],
    [
        "an index that contradicts OpenSearch",
        { "values.config.SEARCH_INDEX": "pg" },
        "config.SEARCH_INDEX is pg; opensearch.enabled true selects opensearch. Remove config.SEARCH_INDEX from kaireon:values, or make the two agree.",
    ],
    [
        "a streaming tier that the application does not know of",
        { "values.stream.enabled": true },
        'stream.enabled is true; the tier runs only where config.FLOW_STREAMING_ENABLED is "true". Set both or neither in kaireon:values.',
    ],
    [
        "a streaming tier without a broker",
        {
            "values.stream.enabled": true,
            "values.config.FLOW_STREAMING_ENABLED": "true",
            "values.eventbus.enabled": false,
        },
        "stream.enabled is true; the tier needs a broker, and the event bus is redis, which keeps no event. Set eventbus.enabled to true and eventbus.backend to kafka, kinesis or pulsar in kaireon:values.",
    ],
    [
        "a streaming tier on EventBridge",
        {
            "values.stream.enabled": true,
            "values.config.FLOW_STREAMING_ENABLED": "true",
            "values.eventbus.enabled": false,
            "values.config.EVENT_PUBLISHER": "eventbridge",
        },
        "stream.enabled is true; the tier needs a broker, and the event bus is eventbridge, which pushes events and is read by nobody. Set eventbus.enabled to true and eventbus.backend to kafka, kinesis or pulsar in kaireon:values.",
    ],
    [
        "consumers whose group the brokers would refuse",
        {
            "values.stream.enabled": true,
            "values.stream.consumerGroup": "flows",
            "values.config.FLOW_STREAMING_ENABLED": "true",
        },
        "stream.consumerGroup is flows; MSK lets the pods' role join groups whose names begin with kaireon alone. Begin it with kaireon in kaireon:values, such as kaireon-stream.",
    ],
    [
        "a key of the MCP server that External Secrets cannot read",
        {
            "values.mcp.dedicated": true,
            "values.externalSecrets.mcp.secretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:mcp-a1B2c3",
        },
        "externalSecrets.mcp.secretArn is arn:aws:secretsmanager:us-east-1:123456789012:secret:mcp-a1B2c3; External Secrets reads Secrets Manager in eu-west-1 and nothing else. Set it in kaireon:values to the ARN of a secret of Secrets Manager in eu-west-1, JSON {KAIREON_API_KEY, KAIREON_TENANT_ID}.",
    ],
    // Secrets.
    [
        "a secret among the chart's values",
        { "values.config.CRON_SECRET": "hunter2" },
        "kaireon:values.config.CRON_SECRET is (hidden); secrets never enter settings, Helm values or state in plain text. Remove it: the program generates the application's secrets, and External Secrets takes others from Secrets Manager.",
    ],
    [
        "a password in a URL",
        { "values.api.env.DATABASE_URL": "postgres://kaireon:hunter2@db:5432/kaireon" },
        "kaireon:values.api.env.DATABASE_URL is (hidden); secrets never enter settings, Helm values or state in plain text. Remove it: the program generates the application's secrets, and External Secrets takes others from Secrets Manager.",
    ],
];

describe("stack config", () => {
    for (const [what, change, message] of REFUSED) {
        it(`refuses ${what}`, () => {
            const problems = refusal(change);
            assert.ok(problems.includes(message), `expected\n${message}\nin\n${problems.join("\n")}`);
            // What follows from a missing region or a bad chart may be named beside it; everything else stands alone.
            if (!("aws:region" in change)) assert.equal(problems.length, 1, problems.join("\n"));
        });
    }

    it("reports all problems in one message", () => {
        assert.throws(
            () =>
                load({
                    "redis.shards": 0,
                    "network.natGateway": "single",
                    zones: ["eu-west-1a"],
                    "values.postgresExternalReplicas": 16,
                    "values.api.replcas": 3,
                }),
            {
                name: "Error",
                message: [
                    "The stack's configuration has 5 problems:",
                    '  kaireon:zones is ["eu-west-1a"]; the platform spreads over exactly three different zones. Name three zones of eu-west-1.',
                    "  kaireon:network.natGateway is single; there is no such setting. Did you mean kaireon:network.natGateways?",
                    "  kaireon:redis.shards is 0; it must be 1 or more. Raise kaireon:redis.shards.",
                    "  api.replcas is 3; the chart has no such value. Remove it from kaireon:values.",
                    "  postgresExternalReplicas is 16; Aurora allows at most 15. Lower postgresExternalReplicas in kaireon:values.",
                ].join("\n"),
            },
        );
    });

    it("checks the other blocks against each other when some are wrong by themselves", () =>
        assert.deepEqual(
            refusal({
                zones: ["eu-west-1a"],
                "redis.shards": 0,
                "kaireon:postgress": {},
                images: undefined,
                "values.api.autoscaling.maxReplicas": "fifty",
                "postgres.instanceClass": "db.r7g.3xlarge",
                "nodes.ml.instanceType": "m7i.large",
                "ingress.certificateArn":
                    "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
            }).map((text) => text.slice(0, text.indexOf(" is "))),
            [
                "kaireon:zones",
                "kaireon:redis.shards",
                "kaireon:images",
                "kaireon:postgress",
                "api.autoscaling.maxReplicas",
                "kaireon:ingress.certificateArn",
                "kaireon:nodes.ml.instanceType",
                "kaireon:postgres.instanceClass",
            ],
        ));

    it("reports both rules that one value breaks", () =>
        assert.deepEqual(
            refusal({ "values.stream.enabled": true, "values.eventbus.enabled": false }).map((text) =>
                text.slice(0, 38),
            ),
            ["stream.enabled is true; the tier runs ", "stream.enabled is true; the tier needs"],
        ));

    it("never shows a secret, not even in a line about something else", () => {
        const problems = refusal({ "alarms.token": "hunter2", "values.api.secret": "hunter2" });
        assert.equal(problems.length, 2);
        assert.doesNotMatch(problems.join(), /hunter2/);
    });

    it("says nothing of the library underneath, whatever the type of a value", () => {
        for (const value of [null, 7, true, "text", [], {}, [{}]]) {
            for (const key of Object.keys(committed)) {
                let message = "";
                try {
                    load({ [key]: value });
                } catch (error) {
                    message = String(error);
                }
                assert.doesNotMatch(message, /\[object|undefined|Invalid|Expected|TypeError/);
            }
        }
    });

    it("loads the committed stack, with defaults and without a warning", () => {
        const config = load({});
        assert.deepEqual(config.warnings, []);
        assert.equal(config.region, "eu-west-1");
        assert.equal(config.workload.postgresExternalReplicas, 2);
        assert.equal(config.size.warmThroughput.writeUnitsPerSecond, 10000);
        assert.equal(config.subnets.private[0]?.cidr, "10.64.0.0/18");
        assert.deepEqual(config.redis, {
            nodeType: "cache.r7g.xlarge",
            engine: "valkey",
            engineVersion: "8.2",
            shards: 3,
            replicasPerShard: 2,
        });
    });

    it("lays files of values one over the other, and the stack's own values over them", () => {
        const config = load({
            valuesFiles: ["stacks/config/values-one.fixture.yaml", "stacks/config/values-two.fixture.yaml"],
            "values.worker.keda.maxReplicas": 40,
        });
        const most = (tier: string) => config.workload.tiers.find((workload) => workload.tier === tier)?.maxReplicas;
        assert.deepEqual([most("api"), most("worker"), most("mlWorker")], [20, 40, 12]);
        assert.equal(config.userValues.length, 3);
    });

    it("refuses a secret in a file of values by the file and the key, and does not show it", () => {
        const problems = refusal({ valuesFiles: ["stacks/config/values-secret.fixture.yaml"] });
        assert.match(
            problems[0] ?? "",
            /^stacks\/config\/values-secret\.fixture\.yaml: redis\.external\.password is \(hidden\);/,
        );
        assert.doesNotMatch(problems.join(), /hunter2/);
    });

    it("lets the user's values win over the overlay's, and keeps them apart too", () => {
        const config = load({ "values.api.autoscaling.maxReplicas": 80 });
        assert.deepEqual(config.userValues, [{ api: { autoscaling: { maxReplicas: 80 } } }]);
        assert.equal(config.workload.tiers[0]?.maxReplicas, 80);
        assert.equal(config.size.pools[0]?.maxPerGroup, 14);
    });

    it("documents every setting, with its default where it has one", () => {
        const undocumented: string[] = [];
        const visit = (key: string, node: JsonSchema) => {
            if (node.description === undefined) undocumented.push(key);
            for (const [name, child] of Object.entries(node.properties ?? {})) visit(`${key}.${name}`, child);
        };
        const reference: JsonSchema = JSON.parse(JSON.stringify(z.toJSONSchema(stackSchema, { io: "input" })));
        for (const [name, block] of Object.entries(reference.properties ?? {})) visit(name, block);
        assert.deepEqual(undocumented, []);
        assert.equal(reference.properties?.["redis"]?.properties?.["shards"]?.default, 3);
    });

    it("names the images as the chart's base values do", () => {
        const { images } = load({});
        const { api, worker, mlWorker } = JSON.parse(JSON.stringify(baseValues()));
        assert.deepEqual(
            [images.api, images.worker, images.mlWorker],
            [api.image.repository, worker.image.repository, mlWorker.image.repository],
        );
    });

    it("takes the zones in any order", () => {
        const zones = ["eu-west-1c", "eu-west-1a", "eu-west-1b"];
        assert.deepEqual(load({ zones }).zones, ["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
        assert.deepEqual(load({ zones }).subnets, load({}).subnets);
    });

    it("takes a given VPC with the ranges of its subnets", () => {
        const config = load(given);
        assert.deepEqual(config.subnets.data, [
            { zone: "eu-west-1a", cidr: "10.64.128.0/24" },
            { zone: "eu-west-1b", cidr: "10.64.144.0/24" },
            { zone: "eu-west-1c", cidr: "10.64.160.0/24" },
        ]);
        assert.equal(config.network.existing?.vpcId, "vpc-0a1b2c3d");
    });

    it("does not hold another chart to this chart's schema", () => {
        const config = load({ chart: { path: "../vendor/helm" }, "values.vendorOnly": { key: 1 } });
        assert.deepEqual(config.chart, { path: "../vendor/helm" });
    });

    it("takes a measured rate for better than the vendor's word, up to the last pod", () => {
        const measured = (requestsPerPod: number | undefined) =>
            load({ "sizing.requestsPerPod": requestsPerPod, "values.api.autoscaling.maxReplicas": 9 }).warnings;
        assert.deepEqual(measured(556), []);
        assert.match(measured(undefined).join(), /9 api pods serve 4500 at the very best/);
    });

    it("builds neither topics' disks nor a search domain that the chart turns off", () => {
        const off = { "values.eventbus.enabled": false, "values.opensearch.enabled": false };
        assert.doesNotThrow(() => load({ ...off, "kafka.volumeGb": 1, "search.dataNodes": 4 }));
    });

    it("takes names of variables and of secrets for what they are", () => {
        const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:mcp-a1B2c3";
        assert.doesNotThrow(() => load({ "values.variables.kafkaSaslPassword": "SASL_PASSWORD" }));
        assert.doesNotThrow(() => load({ "values.externalSecrets.mcp": { secretArn, secretName: "mcp-token" } }));
    });

    it("gives the optional tiers room on the general nodes, each by what it asks for", () => {
        const general = (change: Change) => {
            const pool = load(change).size.pools.find((one) => one.pool === "general");
            return [pool?.minPerGroup, pool?.maxPerGroup];
        };
        const stream = { "values.stream.enabled": true, "values.config.FLOW_STREAMING_ENABLED": "true" };
        const mcp = { "values.mcp.dedicated": true };
        assert.deepEqual(
            [general({}), general(stream), general(mcp), general({ ...stream, ...mcp })],
            [
                [2, 2],
                [3, 3],
                [3, 3],
                [3, 3],
            ],
        );
    });

    it("lets External Secrets read the MCP server's key where there is one, and its tier alone makes it needed", () => {
        const secretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:mcp-a1B2c3";
        const arns = (change: Change) => {
            const { values, workload } = load(change);
            return tierSecretArns(values, workload);
        };
        const given = { "values.externalSecrets.mcp.secretArn": secretArn };
        assert.deepEqual(arns({ ...given, "values.mcp.dedicated": true }), [secretArn]);
        assert.deepEqual(arns(given), []);
        assert.deepEqual(arns({ "values.mcp.dedicated": true }), []);
        const others = { "values.mcp.dedicated": true, "values.externalSecrets.enabled": false };
        assert.deepEqual(arns({ ...given, ...others }), []);
    });
});

/** As much of a JSON schema as the test of the documentation looks at. */
interface JsonSchema {
    readonly description?: string;
    readonly default?: unknown;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
}

const WARNED: readonly (readonly [string, Change, string])[] = [
    [
        "a version that is newer than its list",
        { "postgres.engineVersion": "18.2" },
        "kaireon:postgres.engineVersion is 18.2; it is not in this program's list of Aurora PostgreSQL versions. Check that AWS offers it.",
    ],
    [
        "a class of a family that is newer than its list",
        { "redis.nodeType": "cache.r9g.xlarge" },
        "kaireon:redis.nodeType is cache.r9g.xlarge; it is not in this program's list of ElastiCache node types. Check that AWS offers it.",
    ],
    [
        "a limit that no node can honour",
        { "nodes.ml.instanceType": "m7i.2xlarge" },
        "kaireon:nodes.ml.instanceType is m7i.2xlarge; a pod of mlWorker may use 8 cores and 16384 MiB, and the node has 7.73 cores and 29197 MiB for pods. Take m7i.4xlarge or a larger type, or lower mlWorker.resources.limits in kaireon:values.",
    ],
    [
        "a rate that needs a quota",
        { "target.decisionsPerSecond": 22000, "kafka.maxVolumeGb": 10000, "kafka.volumeGb": 3000 },
        "kaireon:target.decisionsPerSecond is 22000; it needs 44000 writes a second and an account starts with 40000 a table. Have AWS raise quota L-AB614373 before the first up.",
    ],
    [
        "a rate that the api tier cannot serve",
        {
            "target.decisionsPerSecond": 12000,
            "kafka.maxVolumeGb": 10000,
            "kafka.volumeGb": 3000,
            "values.api.autoscaling.maxReplicas": 20,
        },
        "kaireon:target.decisionsPerSecond is 12000; 20 api pods serve 10000 at the very best (500 each). Raise api.autoscaling.maxReplicas in kaireon:values.",
    ],
    [
        "a measured rate that two zones have no nodes for",
        { "sizing.requestsPerPod": 110, "nodes.surviveZoneLoss": false },
        "kaireon:nodes.surviveZoneLoss is false; with one zone lost 42 api pods have nodes, and the target rate needs 46 of 110 each. Set it to true where the rate must be served then, too.",
    ],
    [
        "connections without headroom",
        { "postgres.poolSizePerPod": 45 },
        "kaireon:postgres.poolSizePerPod is 45; 99 pods at their maximum would open 4455 of the 4997 connections of db.r7g.2xlarge. Set it to 40 or less for a fifth of headroom.",
    ],
    [
        "more cache nodes than an account starts with",
        { "redis.shards": 31 },
        "kaireon:redis.shards is 31; with their replicas they are 93 nodes and an account starts with 90 a cluster. Have AWS raise the quota before the first up.",
    ],
    [
        "an MCP server without a key of its own",
        { "values.mcp.dedicated": true },
        "externalSecrets.mcp.secretArn is missing; mcp.dedicated is true, and the API refuses calls without a key. Make a key in the product, and set this in kaireon:values to the ARN of a secret with JSON {KAIREON_API_KEY, KAIREON_TENANT_ID}.",
    ],
    [
        "shards without a majority",
        { "redis.shards": 2 },
        "kaireon:redis.shards is 2; fewer than 3 shards have no majority to elect a new primary, so that a failover waits for AWS to notice. Set it to 3 or more where seconds matter.",
    ],
    [
        "shards without a copy",
        { "redis.replicasPerShard": 0 },
        "kaireon:redis.replicasPerShard is 0; with a node its shard's jobs are lost, and the cluster stands still until AWS has replaced it. Set it to 1 or more where jobs matter.",
    ],
    [
        "a search domain of one node",
        { "search.dataNodes": 1 },
        "kaireon:search.dataNodes is 1; the domain lies in 1 of 3 zones: the node takes the index with it, back to the last hourly snapshot. Set it to 3 where searches matter.",
    ],
    [
        "a search domain in two zones",
        { "search.dataNodes": 2 },
        "kaireon:search.dataNodes is 2; the domain lies in 2 of 3 zones: a lost zone takes half of it. Set it to 3 where searches matter.",
    ],
    [
        "a search domain without masters of its own",
        { "search.dedicatedMasters": false },
        "kaireon:search.dedicatedMasters is false; the data nodes lead the domain beside their work, and a busy one can lose it. Set it to true where searches matter.",
    ],
    [
        "search on nodes that live on credits",
        { "search.dataInstanceType": "t3.small.search" },
        "kaireon:search.dataInstanceType is t3.small.search; it runs on CPU credits, without Auto-Tune, and slows down when they are used up. Take a type of another family under steady load.",
    ],
    [
        "a region that it has no lists for",
        {
            "aws:region": "eu-central-1",
            zones: ["eu-central-1a", "eu-central-1b", "eu-central-1c"],
            "ingress.certificateArn":
                "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
        },
        "aws:region is eu-central-1; which classes its stores come in is not known to this program. Check the instance classes in the AWS console.",
    ],
];

describe("stack config: warnings", () => {
    for (const [what, change, message] of WARNED) {
        it(`warns of ${what}, and goes on`, () => assert.deepEqual(load(change).warnings, [message]));
    }
});

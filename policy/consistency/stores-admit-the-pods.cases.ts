import type { PolicyCases } from "../../test/policy/cases";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DOMAIN = "aws:opensearch/domain:Domain";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const nobody = (store: string, port: number, group: string) =>
    `${store}: ${LABEL} connects to it on port ${port}, but ${group} (${GROUP}) admits nobody there. ` +
    "Add an ingress rule from the nodes' security group on that port.";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the rule for the database is missing",
            change: (stack) => stack.remove(RULE, "postgres-access-from-pods"),
            at: "aws:rds/cluster:Cluster postgres",
            message: nobody("postgres (aws:rds/cluster:Cluster)", 5432, "postgres-access"),
        },
        {
            when: "the rule for the brokers is for SCRAM's port",
            change: (stack) =>
                stack
                    .set(RULE, "kafka-access-from-pods", "fromPort", 9096)
                    .set(RULE, "kafka-access-from-pods", "toPort", 9096),
            at: "aws:msk/cluster:Cluster kafka",
            message: nobody("kafka (aws:msk/cluster:Cluster)", 9098, "kafka-access"),
        },
        {
            when: "the rule admits a group that no node has",
            change: (stack) =>
                stack.setSources(RULE, "search-access-from-pods", "referencedSecurityGroupId", ["redis-access"]),
            at: `${DOMAIN} search`,
            message:
                `search (${DOMAIN}): ${LABEL} connects to it on port 443 from the nodes of nodes-api-eu-west-1a, nodes-api-eu-west-1b, nodes-api-eu-west-1c, nodes-worker-all, ` +
                `with security group node-access, the cluster's, but search-access (${GROUP}) admits only redis-access (${GROUP}). Add an ingress rule from that group.`,
            also: { "stores-admit-only-the-pods": "the group that is admitted is not the pods'" },
        },
    ],
    absent: [
        {
            when: "the stores are not of this stack",
            change: (stack) =>
                stack
                    .removeAll("aws:rds/clusterInstance:ClusterInstance")
                    .remove("aws:rds/cluster:Cluster")
                    .remove("aws:elasticache/replicationGroup:ReplicationGroup", "redis")
                    .remove(DOMAIN)
                    .remove("aws:msk/cluster:Cluster"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the rule's port is not known",
            change: (stack) => stack.setUnknown(RULE, "redis-access-from-pods", "fromPort"),
            unchecked: `redis-access-from-pods (${RULE}): fromPort is not known before the update`,
        },
        {
            when: "the store's groups are another stack's",
            change: (stack) =>
                stack
                    .set(DOMAIN, "search", "vpcOptions", { securityGroupIds: ["sg-0123"], subnetIds: ["subnet-1"] })
                    .setSources(DOMAIN, "search", "vpcOptions", []),
            unchecked: `search (${DOMAIN}): its security groups are not of this stack`,
        },
    ],
    passes: [
        {
            when: "a hand-written program admits the nodes' range",
            change: (stack) =>
                stack
                    .unset(RULE, "redis-access-from-pods", "referencedSecurityGroupId")
                    .setSources(RULE, "redis-access-from-pods", "referencedSecurityGroupId", [])
                    .set(RULE, "redis-access-from-pods", "cidrIpv4", "10.64.0.0/16"),
        },
        {
            when: "a hand-written program admits the group that EKS makes",
            change: (stack) =>
                stack.setSources(RULE, "redis-access-from-pods", "referencedSecurityGroupId", ["cluster-eksCluster"]),
        },
        {
            when: "search is not selected",
            change: (stack) =>
                stack
                    .remove(RULE, "search-access-from-pods")
                    .setValue("opensearch.enabled", false)
                    .setValue("config.SEARCH_INDEX", "pg"),
        },
    ],
};

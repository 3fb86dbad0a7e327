import type { Policy } from "../policy";
import { acmControls } from "./acm";
import { cloudwatchControls } from "./cloudwatch";
import { ec2Controls } from "./ec2";
import { ec2DisallowDefaultVpc } from "./ec2/ec2-disallow-default-vpc";
import { ec2EndpointLimitPrincipals } from "./ec2/ec2-endpoint-limit-principals";
import { ec2EndpointRequireTwoZones } from "./ec2/ec2-endpoint-require-two-zones";
import { ec2LaunchTemplateDisallowCredentials } from "./ec2/ec2-launch-template-disallow-credentials";
import { ec2NatGatewayRequireOwnZone } from "./ec2/ec2-nat-gateway-require-own-zone";
import { ec2SecurityGroupDisallowMixedRules } from "./ec2/ec2-security-group-disallow-mixed-rules";
import { ec2SecurityGroupLimitEgress } from "./ec2/ec2-security-group-limit-egress";
import { ec2SecurityGroupLimitInternetIngress } from "./ec2/ec2-security-group-limit-internet-ingress";
import { ec2VpcRequireClosedDefaultGroup } from "./ec2/ec2-vpc-require-closed-default-group";
import { ec2VpcRequireFlowLog } from "./ec2/ec2-vpc-require-flow-log";
import { ec2VpcRequireGatewayEndpoints } from "./ec2/ec2-vpc-require-gateway-endpoints";
import { ec2VpcRequireInterfaceEndpoints } from "./ec2/ec2-vpc-require-interface-endpoints";
import { ec2VpcRequireThreeZones } from "./ec2/ec2-vpc-require-three-zones";
import { eksControls } from "./eks";
import { eksAddOnRequireDnsReplicas } from "./eks/eks-add-on-require-dns-replicas";
import { eksClusterLimitPublicEndpoint } from "./eks/eks-cluster-limit-public-endpoint";
import { eksClusterRequireLogGroup } from "./eks/eks-cluster-require-log-group";
import { eksClusterRequireNetworkPolicy } from "./eks/eks-cluster-require-network-policy";
import { eksClusterRequireSupportedVersion } from "./eks/eks-cluster-require-supported-version";
import { eksNodeGroupLimitUnavailable } from "./eks/eks-node-group-limit-unavailable";
import { eksNodeGroupRequirePrivateSubnets } from "./eks/eks-node-group-require-private-subnets";
import { eksNodeGroupRequireSupportedVersion } from "./eks/eks-node-group-require-supported-version";
import { eksNodeGroupsRequireThreeZones } from "./eks/eks-node-groups-require-three-zones";
import { elbControls } from "./elb";
import { elbLimitInternetFacing } from "./elb/elb-limit-internet-facing";
import { elbListenerRequireHttps } from "./elb/elb-listener-require-https";
import { elbLoadBalancerRequireTwoZones } from "./elb/elb-load-balancer-require-two-zones";
import { elbLoadBalancerRequireWebAcl } from "./elb/elb-load-balancer-require-web-acl";
import { iamControls } from "./iam";
import { iamDisallowUsers } from "./iam/iam-disallow-users";
import { iamPolicyDisallowEscalation } from "./iam/iam-policy-disallow-escalation";
import { iamPolicyLimitActions } from "./iam/iam-policy-limit-actions";
import { iamRoleDisallowMixedPolicies } from "./iam/iam-role-disallow-mixed-policies";
import { iamRoleLimitTrust } from "./iam/iam-role-limit-trust";
import { iamRoleLimitWebIdentity } from "./iam/iam-role-limit-web-identity";
import { iamRoleMatchPodIdentity } from "./iam/iam-role-match-pod-identity";
import { iamRoleRequireSourceAccount } from "./iam/iam-role-require-source-account";
import { k8sNetworkControls } from "./k8s-network";
import { chartRequireNetworkPolicies } from "./k8s-network/chart-require-network-policies";
import { k8sWorkloadRequireNetworkPolicy } from "./k8s-network/k8s-workload-require-network-policy";
import { k8sRbacControls } from "./k8s-rbac";
import { k8sWorkloadControls } from "./k8s-workload";
import { chartApiRequireThreeReplicas } from "./k8s-workload/chart-api-require-three-replicas";
import { chartPodsRequireNonRoot } from "./k8s-workload/chart-pods-require-non-root";
import { chartTiersRequireResources } from "./k8s-workload/chart-tiers-require-resources";
import { k8sContainerLimitRegistries } from "./k8s-workload/k8s-container-limit-registries";
import { k8sDeploymentRequireDisruptionBudget } from "./k8s-workload/k8s-deployment-require-disruption-budget";
import { k8sDeploymentRequireZoneSpread } from "./k8s-workload/k8s-deployment-require-zone-spread";
import { storesRequireAlarm } from "./wa-reliability/stores-require-alarm";
import { wafControls } from "./waf";

/** Cluster, network, identity and workloads; the data stores have lists of their own. */
export const platformPolicies: readonly Policy[] = [
    ...acmControls,
    ...cloudwatchControls,
    ...ec2Controls,
    ...eksControls,
    ...elbControls,
    ...iamControls,
    ...k8sNetworkControls,
    ...k8sRbacControls,
    ...k8sWorkloadControls,
    ...wafControls,
    ec2DisallowDefaultVpc,
    ec2EndpointLimitPrincipals,
    ec2EndpointRequireTwoZones,
    ec2LaunchTemplateDisallowCredentials,
    ec2NatGatewayRequireOwnZone,
    ec2SecurityGroupDisallowMixedRules,
    ec2SecurityGroupLimitEgress,
    ec2SecurityGroupLimitInternetIngress,
    ec2VpcRequireClosedDefaultGroup,
    ec2VpcRequireFlowLog,
    ec2VpcRequireGatewayEndpoints,
    ec2VpcRequireInterfaceEndpoints,
    ec2VpcRequireThreeZones,
    eksAddOnRequireDnsReplicas,
    eksClusterLimitPublicEndpoint,
    eksClusterRequireLogGroup,
    eksClusterRequireNetworkPolicy,
    eksClusterRequireSupportedVersion,
    eksNodeGroupLimitUnavailable,
    eksNodeGroupRequirePrivateSubnets,
    eksNodeGroupRequireSupportedVersion,
    eksNodeGroupsRequireThreeZones,
    iamDisallowUsers,
    iamPolicyDisallowEscalation,
    iamPolicyLimitActions,
    iamRoleDisallowMixedPolicies,
    iamRoleLimitTrust,
    iamRoleLimitWebIdentity,
    iamRoleMatchPodIdentity,
    iamRoleRequireSourceAccount,
    elbLimitInternetFacing,
    elbListenerRequireHttps,
    elbLoadBalancerRequireTwoZones,
    elbLoadBalancerRequireWebAcl,
    chartApiRequireThreeReplicas,
    chartPodsRequireNonRoot,
    chartTiersRequireResources,
    k8sContainerLimitRegistries,
    k8sDeploymentRequireDisruptionBudget,
    k8sDeploymentRequireZoneSpread,
    chartRequireNetworkPolicies,
    k8sWorkloadRequireNetworkPolicy,
    storesRequireAlarm,
];

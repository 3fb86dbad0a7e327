import { resolve } from "node:path";
import * as sns from "@pulumi/aws/sns";
import * as eks from "@pulumi/eks";
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import { Provider } from "@pulumi/kubernetes/provider";
import { RandomPassword } from "@pulumi/random/randomPassword";

new sns.Topic("topic");
new RandomPassword("password", { length: 32 });
const cluster = new eks.Cluster("cluster", {
    vpcId: "vpc-0123456789abcdef0",
    privateSubnetIds: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
    authenticationMode: "API",
    skipDefaultNodeGroup: true,
});
const provider = new Provider("kubernetes", { kubeconfig: cluster.kubeconfigJson });
// By its path in the checkout: the compiled program lies elsewhere.
new Release("release", { chart: resolve(process.cwd(), "chart") }, { provider });

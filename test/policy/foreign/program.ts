import * as rds from "@pulumi/aws/rds";
import * as kubernetes from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const CLUSTER = "shop-db";

new rds.Cluster("db", {
    clusterIdentifier: CLUSTER,
    engine: "aurora-postgresql",
    storageEncrypted: false,
    skipFinalSnapshot: true,
});
for (const role of ["writer", "reader"]) {
    new rds.ClusterInstance(role, {
        clusterIdentifier: CLUSTER,
        engine: "aurora-postgresql",
        instanceClass: "db.r7g.large",
    });
}

const readers = new pulumi.Config().getBoolean("unknown")
    ? new rds.SubnetGroup("subnets", { subnetIds: ["subnet-1", "subnet-2"] }).id
    : 2;

new kubernetes.helm.v3.Release("offers", {
    chart: "oci://registry.example.com/charts/kaireon",
    version: "1.0.0",
    values: {
        postgresExternalReplicas: readers,
        outboxPublisher: { replicas: 2, podDisruptionBudget: { minAvailable: 2 } },
    },
});

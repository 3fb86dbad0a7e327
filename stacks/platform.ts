import { chartSource, OWN_CHART } from "../infra/app/chart-source";
import { type ChartValues, mergeValues } from "../infra/app/chart-values";
import { computedValues } from "../infra/app/computed-values";
import { WorkloadIdentity } from "../infra/app/identity";
import { NAMESPACE, Platform } from "../infra/app/platform";
import type { ApplicationSecrets } from "../infra/app/secrets";
import type { TierRoles } from "../infra/app/tier-roles";
import { Controllers } from "../infra/cluster/controllers/controllers";
import type { Account } from "./account";
import type { RunningCluster } from "./cluster";
import type { StackConfig } from "./config";
import { tierSecretArns } from "./config/tier-secrets";
import type { Network } from "./network";
import { PROJECT_ROOT } from "./stack-inputs";
import type { Stores } from "./stores";

export interface PlatformParts {
    readonly config: StackConfig;
    readonly account: Account;
    readonly network: Network;
    readonly cluster: RunningCluster;
    readonly stores: Stores;
    readonly secrets: ApplicationSecrets;
    readonly roles: TierRoles;
}

/** Controllers, permissions and the release, which waits for all that its pods need and for nothing else. */
export function releasePlatform(parts: PlatformParts): void {
    const { config, stores, cluster, secrets, roles } = parts;
    const { name: clusterName, provider } = cluster.controlPlane;
    const controllers = createControllers(parts);
    const identity = new WorkloadIdentity("tiers", {
        clusterName,
        namespace: NAMESPACE,
        roles: roles.roles,
        grants: stores.backends.flatMap((backend) => backend.grants),
    });
    new Platform(
        "kaireon",
        {
            chart: chartSource(config.chart ?? OWN_CHART, PROJECT_ROOT),
            values: releaseValues(parts),
            waitFor: [
                ...cluster.ready,
                ...controllers.ready,
                ...identity.ready,
                secrets.version,
                ...stores.backends.flatMap((backend) => backend.ready),
                ...stores.admit({ clusterName, provider, waitFor: cluster.ready }),
            ],
        },
        { provider },
    );
}

function createControllers({ config, account, network, cluster, stores, secrets }: PlatformParts): Controllers {
    const tierSecrets = tierSecretArns(config.values, config.workload);
    return new Controllers(
        "controllers",
        {
            ...account,
            clusterName: account.namePrefix,
            cluster: cluster.controlPlane,
            vpcId: network.vpcId,
            secretArns: [
                secrets.secretArn,
                ...stores.backends.flatMap((backend) => backend.secretArns),
                ...tierSecrets,
            ],
            kmsKeyArns: [
                secrets.kmsKeyArn,
                ...stores.backends.flatMap((backend) => backend.secretKeyArns),
                ...(tierSecrets.length > 0 ? config.existingSecretKeyArns : []),
            ],
            serviceMonitors: config.workload.prometheus,
            waitFor: cluster.ready,
        },
        { provider: cluster.controlPlane.provider },
    );
}

/** All layers of the chart's values: base and overlay, what the program computes, the user's own. */
export function releaseValues({
    config,
    account,
    network,
    stores,
    secrets,
}: Omit<PlatformParts, "cluster" | "roles">): ChartValues {
    const computed = computedValues({
        region: account.region,
        tiers: config.workload.tiers,
        postgresPoolSize: config.postgres.poolSizePerPod,
        images: config.images,
        ingress: config.ingress,
        network: { vpcCidr: network.vpcCidr, dataCidrs: network.dataSubnets.map(({ cidr }) => cidr) },
        applicationSecretArn: secrets.secretArn,
        backends: stores.backends.map((backend) => backend.values),
    });
    return mergeValues(config.values, computed, ...config.userValues);
}

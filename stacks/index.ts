import * as pulumi from "@pulumi/pulumi";
import { stackOutputs } from "../infra/app/outputs";
import { NAMESPACE } from "../infra/app/platform";
import { ApplicationSecrets } from "../infra/app/secrets";
import { TierRoles } from "../infra/app/tier-roles";
import { callsAws } from "../infra/app/tiers";
import { AlarmTopic } from "../infra/data/alarm-topic";
import { createNodeSecurityGroup } from "../infra/network/node-security-group";
import { lookUpAccount } from "./account";
import { createCluster } from "./cluster";
import { checkSwitch } from "./interaction-switch";
import { placeNetwork } from "./network";
import { releasePlatform } from "./platform";
import { readStack } from "./stack-inputs";
import { buildStores } from "./stores";

/** The program: network first, stores and cluster side by side, then the release. */
export = async () => {
    const config = readStack();
    const [account, interactionStoreBefore] = await Promise.all([
        lookUpAccount(config.region, pulumi.getStack()),
        checkSwitch(config),
    ]);
    const { protect } = config;

    const network = placeNetwork(config, account);
    const nodeGroup = createNodeSecurityGroup("node-access", network);
    const alarms = new AlarmTopic("alarms", { ...account, ...config.alarms });
    const secrets = new ApplicationSecrets("secrets", { ...account, protect });
    const tiers = config.workload.tiers
        .filter(({ tier, enabled }) => enabled && callsAws(tier))
        .map(({ tier }) => tier);
    const roles = new TierRoles("tier-roles", { tiers, namespace: NAMESPACE, accountId: account.accountId });

    const stores = buildStores(config, { ...account, protect, network, nodeGroup, alarms }, roles);
    const cluster = createCluster(config, account, network, nodeGroup.id);
    releasePlatform({ config, account, network, stores, cluster, secrets, roles });

    return stackOutputs({
        region: account.region,
        host: config.ingress.host,
        namespace: NAMESPACE,
        ingressName: "kaireon-api",
        clusterName: cluster.controlPlane.name,
        databaseWriterEndpoint: stores.writerEndpoint,
        applicationSecretArn: secrets.secretArn,
        alarmTopicArn: alarms.arn,
        interactionStore: config.workload.interactionStore,
        interactionStoreBefore,
    });
};

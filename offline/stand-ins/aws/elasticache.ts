import { isUnknown, type PropertyMap, type PropertyValue, text } from "../protocol/values";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn } from "./arn";

/** What ElastiCache puts into every host name of an account and region. */
const ACCOUNT_HOST = "a1b2c3";

/** Redis OSS ends here on ElastiCache, Valkey goes on: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html */
const LAST_REDIS = "7.1";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

/** `euw1`, as in ElastiCache's host names. */
function shortRegion(region: string): string {
    const [area = "", direction = "", number = ""] = region.split("-");
    return `${area}${/^(north|south)(east|west)$/.test(direction) ? `${direction[0]}${direction.slice(5, 6)}` : direction.slice(0, 1)}${number}`;
}

export const elasticache: Rows = {
    "aws:elasticache/replicationGroup:ReplicationGroup": {
        creates: "elasticache:CreateReplicationGroup",
        id: (instance) => of(instance, "replicationGroupId"),
        outputs: replicationGroupOutputs,
        replaceOn: [
            "atRestEncryptionEnabled",
            "dataTieringEnabled",
            "globalReplicationGroupId",
            "kmsKeyId",
            "networkType",
            "port",
            "replicationGroupId",
            "securityGroupNames",
            "snapshotArns",
            "snapshotName",
            "subnetGroupName",
        ],
        replaceWhen: {
            engine: (old, now) => old === "valkey" && now === "redis",
            engineVersion: isLowerVersion,
            nodeGroupConfigurations: () => true,
        },
        recompute: ["engineVersionActual", "memberClusters"],
        autoName: { property: "replicationGroupId", maxLength: 40, lowerCase: true },
        refuse: refuseReplicationGroup,
    },
    "aws:elasticache/subnetGroup:SubnetGroup": {
        creates: "elasticache:CreateCacheSubnetGroup",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "elasticache", `subnetgroup:${of(instance, "name")}`) }),
        replaceOn: ["name"],
        defaults: { description: "Managed by Pulumi" },
    },
    "aws:elasticache/parameterGroup:ParameterGroup": {
        creates: "elasticache:CreateCacheParameterGroup",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({ arn: arn(instance, "elasticache", `parametergroup:${of(instance, "name")}`) }),
        replaceOn: ["name", "family", "description"],
        defaults: { description: "Managed by Pulumi" },
    },
    "aws:elasticache/user:User": {
        creates: "elasticache:CreateUser",
        id: (instance) => of(instance, "userId"),
        outputs: (instance) => ({ arn: arn(instance, "elasticache", `user:${of(instance, "userId")}`) }),
        replaceOn: ["userId", "userName"],
    },
    "aws:elasticache/userGroup:UserGroup": {
        creates: "elasticache:CreateUserGroup",
        id: (instance) => of(instance, "userGroupId"),
        outputs: (instance) => ({ arn: arn(instance, "elasticache", `usergroup:${of(instance, "userGroupId")}`) }),
        replaceOn: ["userGroupId"],
    },
};

function isLowerVersion(old: PropertyValue | undefined, now: PropertyValue | undefined): boolean {
    return text(now).localeCompare(text(old), undefined, { numeric: true }) < 0;
}

/** Cluster mode is what more than one node group, or the parameter for it, makes of a replication group. */
function replicationGroupOutputs(instance: Instance): PropertyMap {
    const id = of(instance, "replicationGroupId");
    const shards = Number(instance.inputs["numNodeGroups"] ?? 1);
    const replicas = Number(
        instance.inputs["replicasPerNodeGroup"] ?? Number(instance.inputs["numCacheClusters"] ?? 1) - 1,
    );
    const clustered = shards > 1 || instance.inputs["clusterMode"] === "enabled";
    const domain = `${ACCOUNT_HOST}.${shortRegion(instance.region)}.cache.amazonaws.com`;
    const tls = instance.inputs["transitEncryptionEnabled"] === true;
    const version = of(instance, "engineVersion") || (of(instance, "engine") === "valkey" ? "8.0" : LAST_REDIS);
    return {
        arn: arn(instance, "elasticache", `replicationgroup:${id}`),
        clusterEnabled: clustered,
        clusterMode: clustered ? "enabled" : "disabled",
        configurationEndpointAddress: clustered ? `clustercfg.${id}.${domain}` : "",
        primaryEndpointAddress: clustered ? "" : `${tls ? "master." : ""}${id}${tls ? "" : ".ng.0001"}.${domain}`,
        readerEndpointAddress: clustered ? "" : `${tls ? "replica." : ""}${id}${tls ? "" : "-ro"}.${domain}`,
        engine: "redis",
        engineVersion: version,
        engineVersionActual: /^\d+\.\d+$/.test(version) ? `${version}.0` : version,
        memberClusters: Array.from({ length: shards * (replicas + 1) }, (_, index) =>
            memberName(id, index, replicas + 1, clustered),
        ),
        numCacheClusters: shards * (replicas + 1),
        numNodeGroups: shards,
        replicasPerNodeGroup: replicas,
        maintenanceWindow: "sun:04:00-sun:05:00",
        snapshotWindow: "02:00-03:00",
        networkType: "ipv4",
        ipDiscovery: "ipv4",
        autoMinorVersionUpgrade: true,
        transitEncryptionMode: tls ? "required" : "",
    };
}

function memberName(id: string, index: number, perShard: number, clustered: boolean): string {
    const pad = (value: number, length: number) => String(value).padStart(length, "0");
    return clustered
        ? `${id}-${pad(Math.floor(index / perShard) + 1, 4)}-${pad((index % perShard) + 1, 3)}`
        : `${id}-${pad(index + 1, 3)}`;
}

function refuseReplicationGroup(inputs: PropertyMap): Refusal | undefined {
    const id = text(inputs["replicationGroupId"]);
    if (!/^[a-z](?!.*--)[a-z0-9-]{0,39}$/.test(id) || id.endsWith("-")) {
        return {
            property: "replicationGroupId",
            problem: `replicationGroupId is "${id}"; ElastiCache allows 1 to 40 letters, digits and single hyphens, a letter first. Correct it.`,
        };
    }
    if (inputs["multiAzEnabled"] === true && inputs["automaticFailoverEnabled"] !== true) {
        return {
            property: "multiAzEnabled",
            problem: "multiAzEnabled needs automaticFailoverEnabled. Set it to true.",
        };
    }
    if ((inputs["authToken"] ?? null) !== null && (inputs["userGroupIds"] ?? null) !== null) {
        return { property: "authToken", problem: "authToken and userGroupIds exclude each other. Remove one." };
    }
    return refuseRedisVersion(inputs);
}

function refuseRedisVersion(inputs: PropertyMap): Refusal | undefined {
    const [engine, version] = [text(inputs["engine"]), text(inputs["engineVersion"])];
    if (engine === "valkey" || isUnknown(engine) || isUnknown(version)) return undefined;
    if (!isLowerVersion(version, LAST_REDIS)) return undefined;
    return {
        property: "engineVersion",
        problem: `engineVersion is "${version}"; ElastiCache has Redis OSS up to ${LAST_REDIS}. Lower it, or set engine to "valkey".`,
    };
}

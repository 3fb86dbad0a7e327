import { fields, type PropertyMap, text } from "../protocol/values";
import type { Instance, Rows } from "../resources/row";
import { arn } from "./arn";

function wasTrue(old: unknown, now: unknown): boolean {
    return old === true && now !== true;
}

export const opensearch: Rows = {
    "aws:opensearch/domain:Domain": {
        creates: "es:CreateDomain",
        id: (instance) => arn(instance, "es", `domain/${text(instance.inputs["domainName"])}`),
        outputs: domainOutputs,
        // Subnets and security groups of vpcOptions change in place; the domain cannot move in or out of a VPC.
        replaceOn: ["domainName", "encryptAtRest.kmsKeyId"],
        replaceWhen: {
            vpcOptions: (old, now) => (old ?? null) === null || (now ?? null) === null,
            // Security features can be turned on, never off.
            "advancedSecurityOptions.enabled": wasTrue,
            "encryptAtRest.enabled": wasTrue,
            "nodeToNodeEncryption.enabled": wasTrue,
        },
        autoName: { property: "domainName" },
        refuse: ({ domainName }) =>
            /^[a-z][0-9a-z-]{2,27}$/.test(text(domainName))
                ? undefined
                : {
                      property: "domainName",
                      problem: `domainName is "${text(domainName)}"; OpenSearch allows 3 to 28 lower-case letters, digits and hyphens, a letter first. Shorten the logical name or set domainName.`,
                  },
    },
    "aws:opensearch/domainPolicy:DomainPolicy": {
        creates: "es:UpdateDomainConfig",
        id: (instance) => `esd-policy-${text(instance.inputs["domainName"])}`,
        replaceOn: [],
    },
};

function domainOutputs(instance: Instance): PropertyMap {
    const name = text(instance.inputs["domainName"]);
    const inVpc = fields(instance.inputs["vpcOptions"])["subnetIds"] !== undefined;
    const host = `${inVpc ? "vpc-" : "search-"}${name}-${instance.hex(26, "host")}.${instance.region}.es.amazonaws.com`;
    return {
        arn: instance.id,
        domainId: `${instance.accountId}/${name}`,
        endpoint: host,
        dashboardEndpoint: `${host}/_dashboards`,
        engineVersion: "OpenSearch_3.1",
        ipAddressType: "ipv4",
        ...(inVpc
            ? {
                  vpcOptions: {
                      vpcId: `vpc-0${instance.hex(16, "vpc")}`,
                      availabilityZones: ["a", "b", "c"].map((zone) => instance.region + zone),
                  },
              }
            : {}),
    };
}

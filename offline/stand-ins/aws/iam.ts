import { text } from "../protocol/values";
import type { Instance, Rows } from "../resources/row";
import { globalArn } from "./arn";

const CREATED_AT = "2026-01-01T00:00:00Z";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

/** IAM's paths begin and end with a slash. */
function pathOf(instance: Instance): string {
    return of(instance, "path") || "/";
}

function iamId(instance: Instance, prefix: string): string {
    return `${prefix}${instance.hex(17, prefix).toUpperCase()}`;
}

export const iam: Rows = {
    "aws:iam/role:Role": {
        creates: "iam:CreateRole",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: globalArn(instance, "iam", `role${pathOf(instance)}${of(instance, "name")}`),
            createDate: CREATED_AT,
            uniqueId: iamId(instance, "AROA"),
        }),
        replaceOn: ["name", "namePrefix", "path"],
        autoName: { maxLength: 64 },
    },
    "aws:iam/rolePolicy:RolePolicy": {
        creates: "iam:PutRolePolicy",
        id: (instance) => `${of(instance, "role")}:${of(instance, "name")}`,
        replaceOn: ["name", "namePrefix", "role"],
    },
    "aws:iam/policy:Policy": {
        creates: "iam:CreatePolicy",
        id: (instance) => globalArn(instance, "iam", `policy${pathOf(instance)}${of(instance, "name")}`),
        outputs: (instance) => ({ arn: instance.id, policyId: iamId(instance, "ANPA") }),
        replaceOn: ["name", "namePrefix", "path", "description"],
    },
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
        creates: "iam:AttachRolePolicy",
        id: (instance) => `${of(instance, "role")}-${instance.hex(26)}`,
        replaceOn: ["role", "policyArn"],
        deleteBeforeReplace: true,
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
        creates: "iam:CreateOpenIDConnectProvider",
        id: (instance) => globalArn(instance, "iam", `oidc-provider/${of(instance, "url").replace("https://", "")}`),
        outputs: (instance) => ({ arn: instance.id }),
        replaceOn: ["url"],
    },
    "aws:iam/serviceLinkedRole:ServiceLinkedRole": {
        creates: "iam:CreateServiceLinkedRole",
        id: (instance) => {
            const service = of(instance, "awsServiceName");
            return globalArn(instance, "iam", `role/aws-service-role/${service}/${linkedRoleName(service)}`);
        },
        outputs: (instance) => ({
            arn: instance.id,
            createDate: CREATED_AT,
            name: linkedRoleName(of(instance, "awsServiceName")),
            path: `/aws-service-role/${of(instance, "awsServiceName")}/`,
            uniqueId: iamId(instance, "AROA"),
        }),
        replaceOn: ["awsServiceName", "customSuffix"],
    },
    "aws:iam/instanceProfile:InstanceProfile": {
        creates: "iam:CreateInstanceProfile",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: globalArn(instance, "iam", `instance-profile${pathOf(instance)}${of(instance, "name")}`),
            createDate: CREATED_AT,
            uniqueId: iamId(instance, "AIPA"),
        }),
        replaceOn: ["name", "namePrefix", "path"],
    },
};

/** `opensearchservice.amazonaws.com` → `AWSServiceRoleForOpensearchservice`. */
function linkedRoleName(service: string): string {
    const first = service.split(".", 1)[0] ?? "";
    return `AWSServiceRoleFor${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}

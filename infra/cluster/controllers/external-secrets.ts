import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import { type Controller, type ControllerPlace, deploymentOf, hasBudget } from "./controller";

export interface ReadableSecrets {
    /** Secrets Manager secrets of the application and of its stores. */
    readonly secretArns: readonly pulumi.Input<string>[];
    /** Keys that those secrets are encrypted with. */
    readonly kmsKeyArns: readonly pulumi.Input<string>[];
}

const SERVICE_ACCOUNT = "external-secrets";

/** Copies secrets from Secrets Manager into Kubernetes Secrets. */
export function externalSecrets(place: ControllerPlace, readable: ReadableSecrets): Controller {
    const controller = deploymentOf("external-secrets");
    const webhook = deploymentOf("external-secrets-webhook");
    const certificates = deploymentOf("external-secrets-cert-controller");
    return {
        release: "external-secrets",
        chart: "external-secrets",
        repository: "https://charts.external-secrets.io",
        version: "1.3.2",
        namespace: "external-secrets",
        values: {
            installCRDs: true,
            leaderElect: true,
            replicaCount: controller.replicas,
            resources: controller.resources,
            nodeSelector: controller.nodeSelector,
            podDisruptionBudget: budget("external-secrets"),
            serviceAccount: { create: true, name: SERVICE_ACCOUNT },
            webhook: {
                replicaCount: webhook.replicas,
                resources: webhook.resources,
                nodeSelector: webhook.nodeSelector,
                podDisruptionBudget: budget("external-secrets-webhook"),
            },
            certController: {
                replicaCount: certificates.replicas,
                resources: certificates.resources,
                nodeSelector: certificates.nodeSelector,
            },
        },
        identity: { serviceAccount: SERVICE_ACCOUNT, statements: readStatements(place, readable) },
    };
}

/** Read the given secrets, and decrypt with their keys only what Secrets Manager hands over. */
export function readStatements(
    { region }: Pick<ControllerPlace, "region">,
    { secretArns, kmsKeyArns }: ReadableSecrets,
): readonly Statement[] {
    const statements: Statement[] = [];
    if (secretArns.length > 0) {
        statements.push({
            Sid: "Read",
            Effect: "Allow",
            Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
            Resource: secretArns,
        });
    }
    if (kmsKeyArns.length > 0) {
        statements.push({
            Sid: "Decrypt",
            Effect: "Allow",
            Action: "kms:Decrypt",
            Resource: kmsKeyArns,
            Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
        });
    }
    return statements;
}

function budget(name: "external-secrets" | "external-secrets-webhook") {
    return hasBudget(name) ? { enabled: true, minAvailable: 1 } : { enabled: false };
}

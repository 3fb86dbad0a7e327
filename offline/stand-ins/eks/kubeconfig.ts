import { fields, type PropertyMap, type PropertyValue, text } from "../protocol/values";
import type { ClusterInputs } from "./inputs";
import type { Registered } from "./monitor";
import { combine, type Output } from "./output";

/**
 * The kubeconfig: no secret is in it, the AWS CLI fetches a token at each use.
 *
 * @param withProfile whether the profile of `providerCredentialOpts` is named, which the program's own provider needs and users do not
 */
export function kubeconfigOf(cluster: Registered, inputs: ClusterInputs, withProfile: boolean): Output {
    const sources = [
        cluster.get("name"),
        cluster.get("endpoint"),
        cluster.get("certificateAuthority"),
        cluster.get("arn"),
        inputs.get("providerCredentialOpts"),
    ];
    return combine(sources, ([name = null, endpoint = null, authority = null, arn = null, credentials = null]) => {
        const { roleArn = null, profileName = null } = fields(credentials);
        const args = [
            ...[
                "--region",
                text(arn).split(":")[3] ?? "",
                "eks",
                "get-token",
                "--cluster-name",
                text(name),
                "--output",
                "json",
            ],
            ...(roleArn === null ? [] : ["--role", text(roleArn)]),
            ...(withProfile && profileName !== null ? ["--profile", text(profileName)] : []),
        ];
        return config(endpoint, fields(authority)["data"] ?? null, args);
    });
}

function config(server: PropertyValue, certificate: PropertyValue, args: string[]): PropertyMap {
    const apiVersion = "client.authentication.k8s.io/v1beta1";
    const env = [{ name: "KUBERNETES_EXEC_INFO", value: `{"apiVersion": "${apiVersion}"}` }];
    return {
        apiVersion: "v1",
        clusters: [{ cluster: { server, "certificate-authority-data": certificate }, name: "kubernetes" }],
        contexts: [{ context: { cluster: "kubernetes", user: "aws" }, name: "aws" }],
        "current-context": "aws",
        kind: "Config",
        users: [{ name: "aws", user: { exec: { apiVersion, command: "aws", args, env } } }],
    };
}

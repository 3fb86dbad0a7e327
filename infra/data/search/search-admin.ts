/**
 * The service account whose pods may act as the search domain's master user. In a namespace of its own: the release's would have to exist
 * before the job, and its network policies would cut a later run of the job off.
 */
export const SEARCH_ADMIN = { namespace: "kaireon-search-admin", serviceAccount: "search-admin" } as const;

/** The plugin's role that the tiers' IAM roles are given. */
const PLUGIN_ROLE = "kaireon";

/** One call of the security plugin's REST API. https://docs.opensearch.org/latest/security/access-control/api/ */
export interface PluginCall {
    /** Below `/_plugins/_security/api/`. */
    readonly path: string;
    readonly body: unknown;
}

/**
 * What the master user tells the plugin: the tiers may do everything with indices, the only thing that the domain is for, and nothing
 * with its security. Index names are not documented, so all are meant; the plugin keeps its own for itself.
 *
 * @param clientRoleArns known
 */
export function pluginCalls(clientRoleArns: readonly string[]): readonly PluginCall[] {
    return [
        {
            path: `roles/${PLUGIN_ROLE}`,
            body: {
                cluster_permissions: ["cluster_composite_ops", "cluster_monitor"],
                index_permissions: [{ index_patterns: ["*"], allowed_actions: ["crud", "create_index", "manage"] }],
            },
        },
        { path: `rolesmapping/${PLUGIN_ROLE}`, body: { backend_roles: clientRoleArns } },
    ];
}

/**
 * The job's script, for the shell of the `curl` image. Credentials come from the EKS Pod Identity agent and change while the job waits
 * for the domain, so each call fetches them. A call is a line `<path> <JSON>` of `$CALLS`.
 */
export const SEARCH_ADMIN_SCRIPT = `set -eu
credentials() {
    curl --fail --silent --header "Authorization: $(cat "$AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE")" \\
        "$AWS_CONTAINER_CREDENTIALS_FULL_URI"
}
field() { printf '%s' "$answer" | sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }
printf '%s\\n' "$CALLS" | while read -r path body; do
    answer="$(credentials | tr -d '\\n')"
    curl --fail-with-body --silent --show-error --max-time 30 --retry 5 --retry-all-errors \\
        --aws-sigv4 "aws:amz:$REGION:es" --user "$(field AccessKeyId):$(field SecretAccessKey)" \\
        --header "X-Amz-Security-Token: $(field Token)" --header 'Content-Type: application/json' \\
        --request PUT --data "$body" "https://$ENDPOINT/_plugins/_security/api/$path"
done
`;

import { type ApiPlace, LOAD_NAMESPACE, RUNNER_PODS } from "./place";

/** Values of the chart that let the runners in to the api's pods; the namespace's policies turn everybody else away. */
export function valuesForLoad({ port }: Pick<ApiPlace, "port">) {
    return {
        networkPolicy: {
            extraIngress: {
                api: [
                    {
                        from: [
                            {
                                namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": LOAD_NAMESPACE } },
                                podSelector: { matchLabels: { ...RUNNER_PODS } },
                            },
                        ],
                        ports: [{ protocol: "TCP", port }],
                    },
                ],
            },
        },
    };
}

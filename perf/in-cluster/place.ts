/** Where the load runs. */
export const LOAD_NAMESPACE = "kaireon-load";
/** The operator's own Secret, with the keys API_KEY and TENANT_ID: no command of this project writes it. */
export const LOAD_SECRET = "kaireon-load";
/** Where k6-operator is installed by its chart and its bundle. */
export const OPERATOR_NAMESPACE = "k6-operator-system";

/** Labels that k6-operator gives its pods: https://github.com/grafana/k6-operator, pkg/resources/jobs. */
export const K6_PODS = { app: "k6" } as const;
export const RUNNER_PODS = { ...K6_PODS, runner: "true" } as const;
/** k6's API on each runner, which says that it is ready and takes the order to start. */
export const RUNNER_PORT = 6565;

/** The api of the release, as its Service and pods are found from another namespace. */
export interface ApiPlace {
    readonly namespace: string;
    readonly port: number;
}

export const DEFAULT_API: ApiPlace = { namespace: "kaireon", port: 3000 };
export const API_PODS = { "app.kubernetes.io/component": "api" } as const;

/** The api's Service, past the load balancer. */
export function serviceUrl({ namespace, port }: ApiPlace): string {
    return `http://kaireon-api.${namespace}.svc:${port}`;
}

import type { Controller } from "./controller";

/** The kinds that the chart's service monitors are of; nothing runs. A Prometheus operator that is installed later finds them. */
export function prometheusOperatorCrds(): Controller {
    return {
        release: "prometheus-operator-crds",
        chart: "prometheus-operator-crds",
        repository: "https://prometheus-community.github.io/helm-charts",
        version: "24.0.2",
        namespace: "kube-system",
        values: {},
    };
}

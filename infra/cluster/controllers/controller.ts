import type { ChartValues } from "../../app/chart-values";
import type { Statement } from "../../iam/policy-document";
import { type SystemDeploymentName, systemDeployment } from "../../sizing/system-pods";
import { GENERAL_NODES } from "../pools";

/** A controller as data: its published chart, pinned, and what it may do on AWS. */
export interface Controller {
    /** Name of the release; the objects of the chart are named by it. */
    readonly release: string;
    readonly chart: string;
    /** Chart repository. */
    readonly repository: string;
    readonly version: string;
    /** `kube-system`, or a namespace of the controller's own, which is made with it. */
    readonly namespace: string;
    readonly values: ChartValues;
    /** The service account that calls AWS, and with what permissions. Default: none, the controller has no role. */
    readonly identity?: { readonly serviceAccount: string; readonly statements: readonly Statement[] };
}

/** The cluster that the controllers work in. */
export interface ControllerPlace {
    readonly clusterName: string;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
}

/**
 * Replicas, requests and placement of one Deployment as the sizing of the general nodes counts them. Only memory is limited, at twice the
 * request: a controller held back on CPU loses its lease to the other replica and both start over.
 */
export function deploymentOf(name: SystemDeploymentName) {
    const { replicas, cpuMilli, memoryMib } = systemDeployment(name);
    return {
        replicas,
        resources: {
            requests: { cpu: `${cpuMilli}m`, memory: `${memoryMib}Mi` },
            limits: { memory: `${2 * memoryMib}Mi` },
        },
        nodeSelector: { ...GENERAL_NODES },
    };
}

/** A budget on a single replica would keep its node from ever being drained. */
export function hasBudget(name: SystemDeploymentName): boolean {
    return systemDeployment(name).replicas > 1;
}

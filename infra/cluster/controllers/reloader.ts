import { type Controller, deploymentOf, hasBudget } from "./controller";

/**
 * Restarts a tier when a Secret that it reads changes. RDS rotates the database password every month, and the pods hold it in their
 * environment: without a restart they would lose the database one by one.
 */
export function reloader(): Controller {
    const { replicas, resources, nodeSelector } = deploymentOf("reloader");
    return {
        release: "reloader",
        chart: "reloader",
        repository: "https://stakater.github.io/stakater-charts",
        version: "2.2.14",
        namespace: "reloader",
        values: {
            fullnameOverride: "reloader",
            reloader: {
                // An annotation of the pod template; the default strategy adds environment variables, which the next release takes out again.
                reloadStrategy: "annotations",
                enableHA: replicas > 1,
                readOnlyRootFileSystem: true,
                serviceAccount: { create: true, name: "reloader" },
                podDisruptionBudget: hasBudget("reloader") ? { enabled: true, maxUnavailable: 1 } : { enabled: false },
                deployment: {
                    replicas,
                    resources,
                    nodeSelector,
                    // What the namespace's restricted pod security asks for.
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 65534,
                        seccompProfile: { type: "RuntimeDefault" },
                    },
                    containerSecurityContext: {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        capabilities: { drop: ["ALL"] },
                    },
                },
            },
        },
    };
}

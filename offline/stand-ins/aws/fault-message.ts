import type { FaultKind } from "../faults";

const REQUEST_ID = "00000000-0000-4000-8000-000000000000";

export interface FaultContext {
    readonly kind: FaultKind;
    /** Such as `rds:CreateDBCluster`. */
    readonly action: string;
    readonly type: string;
    /** create, update or delete */
    readonly operation: string;
    readonly name: string;
    readonly accountId: string;
}

/** The error of an AWS API as the provider's SDK prints it. */
export function awsFaultMessage({ kind, action, type, operation, name, accountId }: FaultContext): string {
    const [service = "", call = ""] = action.split(":");
    const doing = `stand-in for aws: ${operation.replace(/e$/, "")}ing ${type} (${name})`;
    const failed = (status: number, error: string) =>
        `${doing}: operation error ${service.toUpperCase()}: ${call}, https response error StatusCode: ${status}, RequestID: ${REQUEST_ID}, api error ${error}`;
    switch (kind) {
        case "denied":
            return failed(
                403,
                `AccessDenied: User: arn:aws:sts::${accountId}:assumed-role/deployer/offline is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
            );
        case "throttled":
            return failed(400, "ThrottlingException: Rate exceeded");
        case "quota":
            return failed(
                400,
                `ServiceQuotaExceededException: You have reached the quota of this account for ${type} in this Region`,
            );
        case "timeout":
            return `${doing}: waiting for it: timeout while waiting for state to become 'available' (last state: '${operation === "create" ? "creating" : "modifying"}')`;
    }
}

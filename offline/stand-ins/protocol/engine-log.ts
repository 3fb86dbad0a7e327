import { credentials } from "@grpc/grpc-js";

/**
 * Says something in the engine's debug log, which `--debug` shows.
 *
 * @param engineAddress as the engine gave it on the command line; without one nothing is said
 */
export function debugLog(engineAddress: string | undefined, message: string): void {
    if (engineAddress === undefined) return;
    // Loaded here: most runs have nothing to say, and every provider's start counts.
    const { EngineClient } =
        require("@pulumi/pulumi/proto/engine_grpc_pb") as typeof import("@pulumi/pulumi/proto/engine_grpc_pb");
    const { LogRequest, LogSeverity } =
        require("@pulumi/pulumi/proto/engine_pb") as typeof import("@pulumi/pulumi/proto/engine_pb");
    const request = new LogRequest();
    request.setSeverity(LogSeverity.DEBUG);
    request.setMessage(message);
    const engine = new EngineClient(engineAddress, credentials.createInsecure());
    // A log line that does not arrive is no reason to fail.
    engine.log(request, () => engine.close());
}

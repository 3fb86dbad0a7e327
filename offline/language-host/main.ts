// Stands in for `pulumi-language-nodejs`, which comes with Pulumi's own distribution only; started by the engine with its
// address as the last argument, it answers with the port that it serves on.
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { Children } from "./children";
import { languageRuntime } from "./language-runtime";

function main(args: readonly string[]): void {
    const children = new Children();
    const end = () => {
        children.endAll().finally(() => process.exit(0));
    };
    // The engine interrupts its plugins when it is done, and waits 5 s for those that stay. If it is killed, its end of stdin closes.
    process.on("SIGINT", end).on("SIGTERM", end);
    process.stdin.on("end", end).resume();

    const engineAddress = args.filter((argument) => !argument.startsWith("-")).at(-1) ?? "";
    // The engine's messages have no limit of size either: a chart's values are one message.
    const server = new grpc.Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
    server.addService(LanguageRuntimeService, languageRuntime(engineAddress, children));
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (problem, port) => {
        if (problem !== null) throw problem;
        process.stdout.write(`${port}\n`);
    });
}

main(process.argv.slice(2));

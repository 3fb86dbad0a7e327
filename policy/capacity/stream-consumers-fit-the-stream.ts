import kinesis from "../facts/kinesis.json";
import { stackPolicy } from "../policy";

const STREAM = "aws:kinesis/stream:Stream";
const CONSUMER = "aws:kinesis/streamConsumer:StreamConsumer";

export const streamConsumersFitTheStream = stackPolicy({
    id: "stream-consumers-fit-the-stream",
    title: "No Kinesis stream has more consumers with enhanced fan-out than it takes",
    why: "Kinesis refuses to register one more, in the middle of the update.",
    fix: "Take consumers out, or raise the setting where AWS has raised the account's limit",
    severity: "medium",
    links: ["https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html"],
    types: [CONSUMER],
    settings: {
        consumersPerStream: {
            description: "Consumers with enhanced fan-out that a stream takes",
            default: kinesis.enhancedFanOutConsumers,
            minimum: 0,
        },
    },
    check: (stack, report, { consumersPerStream }) =>
        report.each(stack.ofType(STREAM), (stream) => {
            const consumers = stack.referringTo(stream, CONSUMER, "streamArn").length;
            if (consumers <= consumersPerStream) return;
            report.violation(
                `${stream.label}: it has ${consumers} consumers with enhanced fan-out, but a stream takes ${consumersPerStream}. Take ${consumers - consumersPerStream} out.`,
                stream,
            );
        }),
});

import { disallowPublicAccess } from "../public-access";

export const snsTopicDisallowPublicPolicy = disallowPublicAccess({
    id: "sns-topic-disallow-public-policy",
    title: "No topic is open to everybody",
    why: "Strangers could read alarms, or send false ones.",
    fix: "Name the services and accounts that use the topic, or fix their account by a condition such as aws:SourceAccount",
    severity: "high",
    controls: ["SNS.4"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/sns-controls.html#sns-4"],
    documents: { "aws:sns/topic:Topic": "policy", "aws:sns/topicPolicy:TopicPolicy": "policy" },
});

{{- define "kaireon.problems.tiers" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- $publisher := include "kaireon.publisher" . -}}
{{- if $v.stream.enabled -}}
{{- $gate := include "kaireon.text" ($v.config.FLOW_STREAMING_ENABLED | default "") -}}
{{- if ne $gate "true" -}}
{{- $p = append $p (printf "config.FLOW_STREAMING_ENABLED is %s, but stream.enabled is true; the streaming tier needs it. Set config.FLOW_STREAMING_ENABLED to \"true\", or stream.enabled to false." (quote $gate)) -}}
{{- end -}}
{{- if has $publisher (list "redis" "eventbridge") -}}
{{- $p = append $p (printf "the event bus is %s, but stream.enabled is true; streaming reads from a broker: Kafka, Kinesis or Pulsar. Set eventbus.enabled and eventbus.backend, or stream.enabled to false." $publisher) -}}
{{- end -}}
{{- end -}}
{{- $derived := include "kaireon.workerInprocess" . -}}
{{- with $v.config.WORKER_INPROCESS -}}
{{- if ne (include "kaireon.text" .) $derived -}}
{{- $p = append $p (printf "config.WORKER_INPROCESS is %s while worker.enabled is %t; jobs would run twice, or never. Clear config.WORKER_INPROCESS." (include "kaireon.text" .) $v.worker.enabled) -}}
{{- end -}}
{{- end -}}
{{- $derived = include "kaireon.internalScheduler" . -}}
{{- with $v.config.FLOW_INTERNAL_SCHEDULER_ENABLED -}}
{{- if ne (include "kaireon.text" .) $derived -}}
{{- $p = append $p (printf "config.FLOW_INTERNAL_SCHEDULER_ENABLED is %s, but cron.schedules.flowSchedulerTick asks for %s; flows would run twice, or never. Clear config.FLOW_INTERNAL_SCHEDULER_ENABLED." (include "kaireon.text" .) $derived) -}}
{{- end -}}
{{- end -}}
{{- if not $v.api.enabled -}}
{{- range $key, $on := dict "cron.enabled" $v.cron.enabled "ingress.enabled" $v.ingress.enabled "mcp.dedicated" $v.mcp.dedicated -}}
{{- if $on -}}{{- $p = append $p (printf "api.enabled is false, but %s is true, which needs the API. Set one of them otherwise." $key) -}}{{- end -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{/* Bounds in order, and in every budget room to lose a pod at the fewest replicas: else no node can be drained. */}}
{{- define "kaireon.problems.replicas" -}}
{{- $v := .Values -}}
{{- $p := list -}}
{{- range $tier := without (include "kaireon.tiers" . | fromJsonArray) "cron" -}}
{{- $t := index $v $tier -}}
{{- $scaling := $t.autoscaling | default $t.keda | default dict -}}
{{- $key := ternary "keda" "autoscaling" (hasKey $t "keda") -}}
{{- if $scaling -}}
{{- if gt (int $scaling.minReplicas) (int $scaling.maxReplicas) -}}
{{- $p = append $p (printf "%s.%s.minReplicas is %d, above maxReplicas %d. Raise the one or lower the other." $tier $key (int $scaling.minReplicas) (int $scaling.maxReplicas)) -}}
{{- end -}}
{{- end -}}
{{- $fewest := int ($scaling.minReplicas | default $t.replicas) -}}
{{- $budget := $t.podDisruptionBudget -}}
{{- if ne (len $budget) 1 -}}
{{- $p = append $p (printf "%s.podDisruptionBudget has %s; Kubernetes takes one of minAvailable and maxUnavailable. Set the other to null." $tier (ternary "none" "both" (eq (len $budget) 0))) -}}
{{- else -}}
{{- range $field, $value := $budget -}}
{{- $pods := include "kaireon.podsOf" (list $value $fewest) | int -}}
{{- $room := ternary $pods (sub $fewest $pods) (eq $field "maxUnavailable") -}}
{{- if lt (int $room) 1 -}}
{{- $p = append $p (printf "%s.podDisruptionBudget.%s is %v at %d replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica." $tier $field $value $fewest) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{ toJson $p }}
{{- end -}}

{{/* A number of pods, or a percentage of them rounded up as Kubernetes does for budgets. Takes (list value replicas). */}}
{{- define "kaireon.podsOf" -}}
{{- $value := toString (index . 0) -}}
{{- if hasSuffix "%" $value -}}
{{- divf (mul (trimSuffix "%" $value | int) (index . 1)) 100 | ceil | int -}}
{{- else -}}
{{- int $value -}}
{{- end -}}
{{- end -}}

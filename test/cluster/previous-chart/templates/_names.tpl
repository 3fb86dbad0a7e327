{{/* The name of a tier's objects: "mlWorker" gives kaireon-ml-worker. Pod Identity associations rely on it, so the release's name is not in it. */}}
{{- define "kaireon.name" -}}
kaireon-{{ . | kebabcase }}
{{- end -}}

{{/* Labels that select a tier's pods; they can never change on a Deployment. Takes (list $ tier). */}}
{{- define "kaireon.selectorLabels" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: kaireon
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 | kebabcase }}
{{- end -}}

{{/* Labels of every object. Takes (list $ component). */}}
{{- define "kaireon.labels" -}}
{{- $root := index . 0 -}}
{{ include "kaireon.selectorLabels" . }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* The tiers that run, as a YAML list, in the order of the overlay's table. */}}
{{- define "kaireon.tiers" -}}
{{- $v := .Values -}}
{{- $tiers := list -}}
{{- range list "api" "cron" "worker" "mlWorker" "outboxPublisher" "stream" -}}
{{- if (index $v .).enabled -}}{{- $tiers = append $tiers . -}}{{- end -}}
{{- end -}}
{{- if $v.mcp.dedicated -}}{{- $tiers = append $tiers "mcp" -}}{{- end -}}
{{ $tiers | toJson }}
{{- end -}}

{{/* Image of a tier of the product: registry, repository, tag. Takes (list $ tier). */}}
{{- define "kaireon.image" -}}
{{- $image := (index . 0).Values.image -}}
{{- $repository := (index (index . 0).Values (index . 1)).image.repository -}}
{{- if $image.registry -}}{{ $image.registry | trimSuffix "/" }}/{{- end -}}
{{ $repository }}:{{ $image.tag }}
{{- end -}}

{{/* A value as an environment variable holds it. Numbers come from YAML as floats: toString would write 1e+06. */}}
{{- define "kaireon.text" -}}
{{- if kindIs "string" . -}}{{ . }}{{- else -}}{{ toJson . }}{{- end -}}
{{- end -}}

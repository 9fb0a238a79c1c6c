prompt crisis --region us
STUMBLE_REGION=DE prompt crisis
prompt crisis

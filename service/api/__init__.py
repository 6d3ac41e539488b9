"""The routes: thin functions between the wire and the transport-free parts of the service."""

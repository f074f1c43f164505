"""django-oauth-toolkit with one user and one client, for `npm run peers`. Its argument is one JSON object."""
import json
import sys

import django
from django.conf import settings
from django.core.management import call_command

given = json.loads(sys.argv[1])
LOGIN = '<form method="post">{% csrf_token %}{{ form }}<button>Log in</button></form>'
settings.configure(
    SECRET_KEY='only-for-tests',
    ALLOWED_HOSTS=['127.0.0.1'],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    DATABASES={'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': given['database']}},
    DEFAULT_AUTO_FIELD='django.db.models.AutoField',
    INSTALLED_APPS=[
        'django.contrib.auth',
        'django.contrib.contenttypes',
        'django.contrib.sessions',
        'oauth2_provider',
    ],
    MIDDLEWARE=[
        'django.contrib.sessions.middleware.SessionMiddleware',
        'django.contrib.auth.middleware.AuthenticationMiddleware',
    ],
    TEMPLATES=[
        {
            'BACKEND': 'django.template.backends.django.DjangoTemplates',
            'OPTIONS': {
                'loaders': [
                    ('django.template.loaders.locmem.Loader', {'registration/login.html': LOGIN}),
                    'django.template.loaders.app_directories.Loader',
                ],
            },
        }
    ],
    OAUTH2_PROVIDER={
        'PKCE_REQUIRED': True,
        'ROTATE_REFRESH_TOKEN': True,
        'REFRESH_TOKEN_GRACE_PERIOD_SECONDS': given['graceSeconds'],
        'ACCESS_TOKEN_EXPIRE_SECONDS': given['lifetimeSeconds'],
        'REFRESH_TOKEN_EXPIRE_SECONDS': 3600,
        'SCOPES': {'read': 'Read'},
    },
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.contrib.auth.views import LoginView  # noqa: E402
from django.urls import include, path  # noqa: E402
from oauth2_provider.models import Application  # noqa: E402

urlpatterns = [
    path('accounts/login/', LoginView.as_view()),
    path('o/', include('oauth2_provider.urls', namespace='oauth2_provider')),
]

call_command('migrate', verbosity=0)
for name in given['users']:
    User.objects.create_user(name, password=given['password'])
Application.objects.create(
    client_id=given['clientId'],
    client_secret=given['clientSecret'],
    redirect_uris=given['redirectUri'],
    client_type='confidential',
    authorization_grant_type='authorization-code',
    name='Pipes',
)
call_command('runserver', f"127.0.0.1:{given['port']}", '--noreload')

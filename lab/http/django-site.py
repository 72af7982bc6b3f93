"""A Django that knows no host but its own PC: ALLOWED_HOSTS empty, DEBUG on, CSRF checked."""

import sys

from django.conf import settings
from django.core.management import execute_from_command_line
from django.http import HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import path

settings.configure(
    DEBUG=True,
    SECRET_KEY="for tests alone",
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
)


def form(request):
    if request.method == "POST":
        visitor = request.META["HTTP_X_FORWARDED_FOR"]
        return HttpResponse("taken: " + request.POST["word"] + " from " + visitor)
    return HttpResponse(get_token(request))


def elsewhere(request):
    return HttpResponseRedirect(request.build_absolute_uri("/form"))


urlpatterns = [path("form", form), path("elsewhere", elsewhere)]

execute_from_command_line(sys.argv)

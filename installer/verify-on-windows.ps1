<#
.SYNOPSIS
    Checks on a real Windows what Naru's tests could only check under Wine, and prints a report.
.DESCRIPTION
    Changes nothing, unless -Change is given to an administrator: then it makes and deletes firewall
    rules named "Naru - verify ...". The numbers are those of docs/unverified-on-windows.md.
    Works with Windows PowerShell 5.1 and with PowerShell 7.
.PARAMETER Naru
    The folder that holds bin\naru.bat and lib, or naru.exe. Without it, what needs Naru is left out.
.PARAMETER Change
    As administrator: also make, read and delete firewall rules.
.PARAMETER Report
    A file that gets the report too, UTF-8.
#>
[CmdletBinding()]
param(
    [string] $Naru,
    [switch] $Change,
    [string] $Report
)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$script:lines = New-Object System.Collections.Generic.List[string]
$netsh = Join-Path ([Environment]::SystemDirectory) 'netsh.exe'
$policy = 'SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy'

function Say([string] $result, [string] $step, [string] $text) {
    $line = '{0,-8} {1,-4} {2}' -f $result, $step, $text
    $script:lines.Add($line)
    Write-Output $line
}

function Expect([string] $step, [string] $what, $expected, $found) {
    if ("$expected" -eq "$found") { Say 'ok' $step "${what}: $found" }
    else { Say 'DIFFERS' $step "${what}: expected '$expected', found '$found'" }
}

# Runs a check; what it throws is part of the report and ends nothing else.
function Check([string] $step, [string] $what, [scriptblock] $body) {
    try { & $body }
    catch { Say 'DIFFERS' $step "${what}: $($_.Exception.Message)" }
}

# Runs a program with arguments that hold no quotation marks; gives its exit code.
function Run([string] $program, [string[]] $arguments) {
    $start = New-Object System.Diagnostics.ProcessStartInfo
    $start.FileName = $program
    $start.Arguments = (($arguments | ForEach-Object { if ($_ -match '\s') { '"' + $_ + '"' } else { $_ } }) -join ' ')
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $null = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    return $process.ExitCode
}

function Local-Rules {
    $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey("$policy\FirewallRules")
    try { foreach ($name in $key.GetValueNames()) { [string] $key.GetValue($name) } }
    finally { $key.Dispose() }
}

function Naru-Survey {
    $program = @('naru.exe', 'bin\naru.bat') | ForEach-Object { Join-Path $Naru $_ } |
        Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
    if (-not $program) { throw "neither naru.exe nor bin\naru.bat in $Naru" }
    $before = [Console]::OutputEncoding
    [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
    try { return (& $program survey --json | Out-String | ConvertFrom-Json) }
    finally { [Console]::OutputEncoding = $before }
}

$identity = [Security.Principal.WindowsIdentity]::GetCurrent()
$elevated = (New-Object Security.Principal.WindowsPrincipal $identity).IsInRole(
    [Security.Principal.WindowsBuiltInRole]::Administrator)
$windows = Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
Say 'look' '-' "Windows build $($windows.CurrentBuildNumber), display language $((Get-UICulture).Name), elevated: $elevated"

# ---- the firewall's registry and netsh ----

$stores = [ordered] @{
    'local'        = "$policy\FirewallRules"
    'group policy' = 'SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules'
    'MDM'          = "$policy\Mdm\FirewallRules"
}
foreach ($store in $stores.Keys) {
    try {
        $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($stores[$store])
        if ($key) { Say 'ok' '17' "the $store store is readable: $($key.ValueCount) rules"; $key.Dispose() }
        elseif ($store -eq 'local') { Say 'DIFFERS' '17' 'the local store is missing' }
        else { Say 'ok' '17' "the $store store is missing, as on a PC that is not managed" }
    } catch { Say 'DIFFERS' '17' "the $store store is not readable: $($_.Exception.Message)" }
}

Check '15' 'netsh without a match' {
    Expect '15' 'exit code of delete without a match' 1 (Run $netsh @('advfirewall', 'firewall', 'delete', 'rule',
            'name=Naru - verify no such rule', 'dir=in', 'protocol=tcp', 'localport=65001'))
    Expect '15' 'exit code of show without a match' 1 (Run $netsh @('advfirewall', 'firewall', 'show', 'rule',
            'name=Naru - verify no such rule'))
    Expect '15' 'exit code of a bad value' 1 (Run $netsh @('advfirewall', 'firewall', 'add', 'rule',
            'name=Naru - verify bad', 'dir=in', 'action=allow', 'protocol=tcp', 'localport=70000'))
    if (-not $elevated) {
        Expect '15' 'exit code of add without elevation' 1 (Run $netsh @('advfirewall', 'firewall', 'add', 'rule',
                'name=Naru - verify unelevated', 'dir=in', 'action=allow', 'protocol=tcp', 'localport=65001'))
    }
    $left = @(Local-Rules | Where-Object { $_ -match '\|Name=Naru - verify' })
    Expect '15' 'rules made by refused commands' 0 $left.Count
}

if ($Change -and -not $elevated) { Say 'DIFFERS' '14' '-Change needs an administrator; no rule was made' }
if ($Change -and $elevated) {
    # Korean by its code points, so that this file means the same in every code page
    $korean = -join ([char[]] (0xB098, 0xB8E8, 0xD130))
    $cases = @(
        @{ name = "Naru - verify $korean & 100% ^ (x) [y]"
           give = @('protocol=tcp', 'localport=65001', 'remoteip=localsubnet', 'profile=domain,private', 'description=made by verify')
           want = 'Protocol=6|Profile=Domain|Profile=Private|LPort=65001|RA4=LocalSubnet|RA6=LocalSubnet|' },
        @{ name = 'Naru - verify range'
           give = @('protocol=udp', 'localport=65001-65005', 'remoteip=192.168.77.0/24,10.1.2.3', 'profile=any')
           want = 'Protocol=17|LPort2_10=65001-65005|RA4=192.168.77.0/255.255.255.0|RA4=10.1.2.3|' },
        @{ name = 'Naru - verify program'
           give = @("program=$netsh", 'protocol=tcp', 'localport=65001', 'remoteip=any', 'profile=public')
           want = "Protocol=6|Profile=Public|LPort=65001|App=$netsh|" }
    )
    foreach ($case in $cases) {
        Check '14' $case.name {
            Expect '14' "exit code of add ($($case.name))" 0 (Run $netsh (@('advfirewall', 'firewall', 'add', 'rule',
                        "name=$($case.name)", 'dir=in', 'action=allow') + $case.give))
            $text = @(Local-Rules | Where-Object { $_.Contains("|Name=$($case.name)|") })
            Expect '14' 'rules of that name' 1 $text.Count
            if ($text.Count -ge 1) {
                Say 'look' '14' $text[0]
                Expect '14' 'the fields that Naru expects are there' $true $text[0].Contains($case.want)
            }
        }
    }
    Check '16' 'names in another case' {
        $code = Run $netsh @('advfirewall', 'firewall', 'delete', 'rule', 'name=NARU - VERIFY RANGE', 'dir=in', 'protocol=udp', 'localport=65001-65005')
        Expect '16' 'delete takes a name in another case (exit code)' 0 $code
    }
    foreach ($case in $cases) {
        $null = Run $netsh @('advfirewall', 'firewall', 'delete', 'rule', "name=$($case.name)")
    }
    $left = @(Local-Rules | Where-Object { $_ -match '\|Name=Naru - verify' })
    Expect '14' 'rules left of this script' 0 $left.Count
}

# ---- PowerShell, the Hyper-V firewall, the port proxy ----

Say 'look' '22' "language mode: $($ExecutionContext.SessionState.LanguageMode)"
if ($Change -and $elevated) {
    Check '23' 'a rule with an id like those of Windows own question' {
        $id = 'TCP Query User{C7351DFF-C214-482C-83AB-2C48537B62E8}c:\naru verify\naru.exe'
        $null = New-NetFirewallRule -Name $id -DisplayName 'Naru - verify block' -Direction Inbound -Action Block -Enabled False
        Expect '23' 'rules with that id' 1 @(Get-NetFirewallRule | Where-Object { $_.Name -ceq $id }).Count
        Remove-NetFirewallRule -Name $id
        Expect '23' 'rules with that id after its removal' 0 @(Get-NetFirewallRule | Where-Object { $_.Name -ceq $id }).Count
    }
    if (Get-Command New-NetFirewallHyperVRule -ErrorAction SilentlyContinue) {
        Check '24' 'a Hyper-V rule' {
            $id = 'Naru-00000000'
            $null = New-NetFirewallHyperVRule -Name $id -DisplayName 'Naru - verify hyperv' -Direction Inbound `
                -VMCreatorId '{40E0AC32-46A5-438A-A0B2-2B479E8F2E90}' -Protocol TCP -LocalPorts '65001' `
                -RemoteAddresses '192.168.77.0/24' -Profiles Domain,Private -Action Allow
            try {
                $rule = Get-NetFirewallHyperVRule | Where-Object { $_.Name -ceq $id }
                Expect '24' 'what Naru recognises it by' 'TCP 65001 Inbound Allow True' `
                    "$($rule.Protocol) $($rule.LocalPorts) $($rule.Direction) $($rule.Action) $($rule.Enabled)"
                Say 'look' '24' "its addresses: $($rule.RemoteAddresses); its profiles: $($rule.Profiles)"
            } finally { Remove-NetFirewallHyperVRule -Name $id }
            Expect '24' 'Hyper-V rules left' 0 @(Get-NetFirewallHyperVRule | Where-Object { $_.Name -ceq $id }).Count
        }
    } else { Say 'look' '24' 'no Hyper-V firewall on this Windows' }
}
Check '26' 'port proxy' {
    foreach ($family in 'v4tov4', 'v4tov6', 'v6tov4', 'v6tov6') {
        $key = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey("SYSTEM\CurrentControlSet\Services\PortProxy\$family\tcp")
        if ($key) {
            foreach ($name in $key.GetValueNames()) { Say 'look' '26' "$family $name = $($key.GetValue($name))" }
            $key.Dispose()
        }
    }
}

# ---- start with Windows, private networks ----

Check '53' 'start with Windows' {
    $run = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Software\Microsoft\Windows\CurrentVersion\Run')
    $value = if ($run) { $run.GetValue('Naru') }
    if (-not $value) { Say 'look' '53' 'Naru does not start with Windows' }
    elseif ($value -match '^"([^"]+)" tray$') {
        Expect '53' 'the program that is started is there' $true (Test-Path -LiteralPath $Matches[1])
    } else { Say 'DIFFERS' '53' "it is started otherwise than Naru and its setup do: $value" }
    $switches = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey(
        'Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run')
    $switch = if ($switches) { $switches.GetValue('Naru') }
    Say 'look' '54' "the Task Manager's switch: $(if (-not $switch) { 'none' } elseif ($switch[0] -band 1) { 'off' } else { 'on' })"
}
Check '51' 'network ids' {
    foreach ($each in Get-NetConnectionProfile) {
        Expect '51' "the id of $($each.Name) is a GUID" $true ("$($each.InstanceID)" -match '^\{[0-9A-Fa-f-]{36}\}$')
    }
}

# ---- services and other firewalls ----

foreach ($service in 'MpsSvc', 'iphlpsvc', 'WSLService') {
    $found = Get-Service -Name $service -ErrorAction SilentlyContinue
    Say 'look' '20' "service ${service}: $(if ($found) { $found.Status } else { 'missing' })"
}
Check '20' 'other firewalls' {
    $products = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct -ErrorAction SilentlyContinue)
    Say 'look' '20' "firewall products: $(($products | ForEach-Object { $_.displayName }) -join ', ')"
}

# ---- Naru's survey beside Windows' own answers ----

if (-not $Naru) {
    Say 'look' '-' 'no -Naru given: the survey was not compared'
} else {
    $wslRan = @(Get-Process -Name vmmemWSL, vmmem -ErrorAction SilentlyContinue).Count
    $survey = $null
    Check '5' 'naru survey' { $script:survey = Naru-Survey }
    $survey = $script:survey
    if ($survey) {
        foreach ($part in 'network', 'servers', 'wsl') {
            Expect '5' "the survey knows $part" $true $survey.$part.known
        }
    }
    if ($survey -and $survey.network.known) {
        Check '1' 'addresses' {
            $ours = @($survey.network.value.interfaces | ForEach-Object { $_.addresses } | ForEach-Object { ($_ -split '/')[0] })
            $up = @(Get-NetIPAddress -AddressFamily IPv4 -AddressState Preferred)
            foreach ($address in $up) { Expect '1' "address $($address.IPAddress)" $true ($ours -contains $address.IPAddress) }
            $routes = @(Get-NetRoute -DestinationPrefix '0.0.0.0/0' -ErrorAction SilentlyContinue)
            $gateways = @($survey.network.value.gateways | ForEach-Object { $_.address })
            foreach ($route in $routes) {
                if ($route.NextHop -ne '0.0.0.0') { Expect '1' "gateway $($route.NextHop)" $true ($gateways -contains $route.NextHop) }
            }
            foreach ($each in $survey.network.value.interfaces) { Say 'look' '1' "$($each.name): $($each.kind) ($($each.description))" }
            Say 'look' '1' "internal address: $($survey.internalAddress)"
        }
        Check '2' 'network category' {
            foreach ($profile in Get-NetConnectionProfile) {
                $category = @{ 'Public' = 'public'; 'Private' = 'private'; 'DomainAuthenticated' = 'domain' }["$($profile.NetworkCategory)"]
                $ours = $survey.network.value.interfaces | Where-Object { $_.index -eq $profile.InterfaceIndex } | Select-Object -First 1
                if ($ours) { Expect '2' "category of $($profile.InterfaceAlias)" $category $ours.profile }
                else { Say 'DIFFERS' '2' "no interface $($profile.InterfaceIndex) ($($profile.InterfaceAlias))" }
            }
        }
    }
    if ($survey -and $survey.servers.known) {
        Check '3' 'listeners' {
            $tcp = @($survey.servers.value | Where-Object { $_.protocol -eq 'tcp' })
            $missing = 0; $otherOwner = 0; $compared = 0; $otherCommand = 0
            foreach ($listener in Get-NetTCPConnection -State Listen) {
                $ours = @($tcp | Where-Object { $_.port -eq $listener.LocalPort })
                if ($ours.Count -eq 0) { $missing++; continue }
                $compared++
                $same = @($ours | Where-Object { $_.program -and $_.program.pid -eq $listener.OwningProcess })
                if ($same.Count -eq 0) { $otherOwner++; continue }
                $process = Get-CimInstance Win32_Process -Filter "ProcessId=$($listener.OwningProcess)"
                if ($process -and $process.CommandLine -and $same[0].program.commandLine -and
                    $process.CommandLine.Trim() -ne $same[0].program.commandLine.Trim()) { $otherCommand++ }
            }
            Say 'look' '3' "listening TCP sockets compared: $compared"
            # something may begin or end to listen between the two looks
            Expect '3' 'listeners that Naru does not show' 0 $missing
            Expect '3' 'listeners with another owner' 0 $otherOwner
            Expect '3' 'command lines that differ' 0 $otherCommand
            $withLine = @($tcp | Where-Object { $_.program -and $_.program.commandLine }).Count
            Expect '3' 'command lines are told' $true ($withLine -gt 0)
        }
    }
    if ($survey -and $survey.wsl.known) {
        Check '27' 'WSL' {
            $lxss = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Lxss'
            $names = @()
            if (Test-Path $lxss) {
                $names = @(Get-ChildItem $lxss | ForEach-Object { $_.GetValue('DistributionName') } |
                    Where-Object { $_ -and $_ -notmatch '^(docker-desktop|rancher-desktop|podman-machine-)' })
            }
            Expect '27' 'distros' (($names | Sort-Object) -join ',') ((@($survey.wsl.value.distros) | Sort-Object) -join ',')
            Say 'look' '27' "mode $($survey.wsl.value.mode), running $($survey.wsl.value.running), address $($survey.wsl.value.natAddress)"
            $wslRuns = @(Get-Process -Name vmmemWSL, vmmem -ErrorAction SilentlyContinue).Count
            Expect '27' 'WSL virtual machines running before and after the survey' $wslRan $wslRuns
        }
    }
    if ($survey -and ($survey.PSObject.Properties.Name -contains 'windows')) {
        $facts = $survey.windows
        Check '31' 'inside WSL' {
            Expect '31' 'it is known what runs in WSL' $true $facts.wslInside.known
            if ($facts.wslInside.known) {
                $inside = $facts.wslInside.value
                Say 'look' '31' "running: $($inside.running -join ', '); eth0: $($inside.eth0); mode: $($inside.mode)"
                $wsl = Join-Path ([Environment]::SystemDirectory) 'wsl.exe'
                foreach ($distro in @($inside.running)) {
                    $address = & $wsl -d $distro -e ip -4 -o addr show eth0 2>$null | Out-String
                    if ($address -match 'inet ([0-9.]+)/') { Expect '31' "eth0 in $distro" $Matches[1] $inside.eth0 }
                    $says = (& $wsl -d $distro -e wslinfo --networking-mode 2>$null | Out-String).Trim()
                    if ($says) { Expect '29' "mode in $distro" ($says -replace 'virtioproxy', 'consomme') $inside.mode }
                }
                $servers = @($survey.servers.value | Where-Object { $_.PSObject.Properties.Name -contains 'wslDistro' })
                foreach ($server in $servers) {
                    Say 'look' '32' "port $($server.port) in WSL '$($server.wslDistro)': $($server.title), $($server.program.commandLine)"
                }
            }
        }
        Check '37' 'services' {
            Expect '37' 'the services are known' $true $facts.services.known
            if ($facts.services.known) {
                foreach ($name in 'MpsSvc', 'BFE', 'iphlpsvc', 'netprofm', 'WSLService', 'LxssManager') {
                    $found = Get-Service -Name $name -ErrorAction SilentlyContinue
                    $state = 'missing'
                    if ($found -and $found.Status -eq 'Running') { $state = 'running' }
                    elseif ($found -and $found.StartType -eq 'Disabled') { $state = 'disabled' }
                    elseif ($found) { $state = 'stopped' }
                    Expect '37' "service $name" $state $facts.services.value.$name
                }
            }
        }
        Check '38' 'other firewalls' {
            if ($facts.otherFirewalls.known) {
                $ours = @($facts.otherFirewalls.value | ForEach-Object { $_.name } | Sort-Object) -join ','
                $theirs = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName FirewallProduct -ErrorAction SilentlyContinue |
                    ForEach-Object { $_.displayName } | Sort-Object) -join ','
                Expect '38' 'other firewalls' $theirs $ours
            } else { Say 'look' '38' "other firewalls are unknown: $($facts.otherFirewalls.reason)" }
        }
        Check '39' 'excluded ports' {
            Expect '39' 'the excluded ports are known' $true $facts.excludedPorts.known
            if ($facts.excludedPorts.known) {
                foreach ($protocol in 'tcp', 'udp') {
                    $rows = @(& $netsh interface ipv4 show excludedportrange "protocol=$protocol" |
                        Where-Object { $_ -match '^\s*\d+\s+\d+\s*\*?\s*$' })
                    Expect '39' "excluded ranges of $protocol" $rows.Count @($facts.excludedPorts.value.$protocol).Count
                }
            }
        }
    }
}

$differ = @($script:lines | Where-Object { $_ -like 'DIFFERS*' }).Count
Say 'look' '-' "$differ difference(s); the steps without a line here are to be done by hand"
if ($Report) { [IO.File]::WriteAllLines($Report, $script:lines) }
if ($differ -gt 0) { exit 1 }

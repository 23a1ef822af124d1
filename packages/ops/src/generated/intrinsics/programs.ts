// Written by `pnpm generate` from the programs in src/intrinsics. Do not edit.

export const programs = `
exp x
t=x
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
sum=1+r
y=sum+(r-(sum-1)+(even+odd+tail*sum))
abs(x)<708?y*pow2(k):scaledExp(x,y,k)

exp2 x
k=nearest(x)
f=x-k
fHeadShift=f*134217729
fHead=fHeadShift-(fHeadShift-f)
near=fHead*0.6931471675634384
away=fHead*1.2996506893889889e-8+(f-fHead)*0.6931471805599453
r=near+away
tail=near-r+away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
sum=1+r
y=sum+(r-(sum-1)+(even+odd+tail*sum))
abs(x)<1021?y*pow2(k):scaledExp(x*0.6931471805599453,y,k)

scaledExp x y k
half=floor(0.5*k)
x>712?1/0:x<-746?0:y*pow2(half)*pow2(k-half)

expm1 x
t=x
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10
r=near-away
tail=near-r-away
q=pow2(-k)
one=1-q
oneRest=1-one-q
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
headShift=r*134217729
head=headShift-(headShift-r)
square=0.5*head*head
squareRest=0.5*(r-head)*(r+head)
small=squareRest+(z*z*ch+r*z*sh)+(tail+r*tail)
linear=one+r
quadratic=linear+square
mantissa=quadratic+(r-(linear-one)+(square-(quadratic-linear)+(oneRest+small)))
abs(x)<40?x==0?x:mantissa*pow2(k):farExpm1(x)

farExpm1 x
x<0?-1:exp(x)

sinh x
t=abs(x)
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
q=t<22?pow2(-2*k):0
one=1-q
sum=one+r
more=q*r
total=sum+more
lost=r-(sum-one)+(more-(total-sum))+(1-one-q)
y=total+(lost+(one*(even+r*tail)+(1+q)*(odd+tail)))
signOf(x)*(t<700?y*pow2(k-1):scaledExp(t,y,k-1))

cosh x
t=abs(x)
k=t<0.5?0:nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
q=t<22?pow2(-2*k):0
one=1+q
sum=one+r
less=q*r
total=sum-less
lost=r-(sum-one)+(sum-total-less)+(1-one+q)
y=total+(lost+(one*(even+r*tail)+(1-q)*(odd+tail)))
t<700?y*pow2(k-1):scaledExp(t,y,k-1)

tanh x
abs(x)<0.625?smallTanh(x):signOf(x)*largeTanh(abs(x))

smallTanh x
z=x*x
p=-1614.6876844170845+z*(-99.28772310019185+z*(-0.9643991794250523))
q=4844.063053251255+z*(2235.4883906010045+z*(112.81167849163293+z*(1)))
ratio=p/q
x==0?x:x+x*(z*ratio)

largeTanh x
t=x>22?44:x+x
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
q=pow2(-k)
one=1+q
head=one+r
hidden=r-(head-one)+(even+odd+(tail+r*tail))
sum=head+hidden
rest=hidden-(sum-head)
inverse=1/sum
part=2*q*inverse
y=1-part
y+(1-y-part+part*(inverse*rest))

asinh x
t=abs(x)
signOf(x)*(t<1e9?logOfRoot(t,1):largeArea(t))

acosh x
x<1?0/0:x<1e9?logOfRoot(x,-1):largeArea(x)

largeArea t
t<1/0?logOf(t*5.551115123125783e-17,55,0,0):t

logOfRoot t c
p=t*t
headShift=t*134217729
head=headShift-(headShift-t)
low=t-head
pRest=head*head-p+2*head*low+low*low
square=p+c
squareRestPart=square-p
squareRest=p-(square-squareRestPart)+(c-squareRestPart)
root=sqrt(square)
rootHeadShift=root*134217729
rootHead=rootHeadShift-(rootHeadShift-root)
rootLow=root-rootHead
missing=square-rootHead*rootHead-2*rootHead*rootLow-rootLow*rootLow+(squareRest+pRest)
rootRest=root>0?missing/(root+root):root
more=root+-1
moreRestPart=more-root
moreRest=root-(more-moreRestPart)+(-1-moreRestPart)
sum=t+more
sumRestPart=sum-t
sumRest=t-(sum-sumRestPart)+(more-sumRestPart)
logOfSum(sum,sumRest+(moreRest+rootRest))

atanh x
t=abs(x)
signOf(x)*(t<1?smallAtanh(t):t==1?1/0:0/0)

smallAtanh t
d=1-t
dMore=1-d-t
q=(t+t)/d
headShift=d*134217729
head=headShift-(headShift-d)
qHeadShift=q*134217729
qHead=qHeadShift-(qHeadShift-q)
dRest=d-head
qRest=q-qHead
missing=t+t-qHead*head-qHead*dRest-qRest*head-qRest*dRest-q*dMore
0.5*logOfSum(q,missing/d)

asin x
size=abs(x)
t=0.5*(1-size)
v=size<0.5?x*x:t
w=v*v
pEven=0.16666666666666669+w*(0.04464285714805035+w*(0.022372178312011538+w*(0.013973125860187398+w*(0.010446316667760271+w*(0.01885947851779985+w*(0.030323659626995896))))))
pOdd=0.0749999999999759+w*(0.03038194400554321+w*(0.017352265231811426+w*(0.01146033554722546+w*(0.004924000571813685+w*(-0.017138567663954364)))))
p=pEven+v*pOdd
q=v*p
size<0.5?x+x*q:largeAsin(x,t,q)

largeAsin x t q
root=sqrt(t)
headShift=root*134217729
head=headShift-(headShift-root)
rest=t>0?(t-head*head)/(root+head):0
more=rest+root*q
quarter=1.5707963267948966
near=quarter-2*head
away=quarter-near-2*head+6.123233995736766e-17
signOf(x)*(near+(away-2*more))

acos x
size=abs(x)
t=0.5*(1-size)
v=size<0.5?x*x:t
w=v*v
pEven=0.16666666666666669+w*(0.04464285714805035+w*(0.022372178312011538+w*(0.013973125860187398+w*(0.010446316667760271+w*(0.01885947851779985+w*(0.030323659626995896))))))
pOdd=0.0749999999999759+w*(0.03038194400554321+w*(0.017352265231811426+w*(0.01146033554722546+w*(0.004924000571813685+w*(-0.017138567663954364)))))
p=pEven+v*pOdd
q=v*p
quarter=1.5707963267948966
middle=quarter-x
middleRest=quarter-middle-x+6.123233995736766e-17
size<0.5?middle+(middleRest-x*q):largeAcos(x,t,q)

largeAcos x t q
root=sqrt(t)
headShift=root*134217729
head=headShift-(headShift-root)
rest=t>0?(t-head*head)/(root+head):0
more=rest+root*q
half=3.141592653589793
near=half-2*head
away=half-near-2*head+1.2246467991473532e-16
x>0?2*head+2*more:near+(away-2*more)

atan x
size=abs(x)
t=size<1.6?size<0.6?size:(size-1)/(size+1):-1/size
high=size<1.6?size<0.6?0:0.7853981633974483:1.5707963267948966
z=t*t
pPower2=z*z
pPower4=pPower2*pPower2
pPower8=pPower4*pPower4
p=((((0.19999999999935464+z*-0.1428571428032748)+pPower2*(0.11111110883652602+z*-0.09090903382897414))+pPower4*((0.0769221462307701+z*-0.06665625509889898)+pPower2*(0.0587408222092426+z*-0.05215505217076222)))+pPower8*(((0.04560431283838064+z*-0.03719864643961841)+pPower2*(0.02556657291316589+z*-0.012524248495594727))+pPower4*0.003134135814643434))
small=t*(z*(-0.33333333333333065+z*p))
sum=high+t
signOf(x)*(sum+(high-sum+t+(small+high*3.8981718325193755e-17)))

atan2 y x
width=abs(x)
height=abs(y)
n=height<width?height:width
d=height<width?width:height
n>1e-150?d<1e150?ratioAtan(y,x,n,d):extremeAtan2(y,x,n,d):extremeAtan2(y,x,n,d)

extremeAtan2 y x n d
ratio=d>0?n==d?1:n/d:0
scale=d<1?4.149515568880993e180:2.409919865102884e-181
small=ratio<1e-18?ratio:n==d?1:n*scale
large=ratio<1e-18?1:n==d?1:d*scale
width=abs(y)<=abs(x)?large:small
height=abs(y)<=abs(x)?small:large
x!=x?x:y!=y?y:ratioAtan(signOf(y)*height,signOf(x)*width,small,large)

ratioAtan y x n d
base=n<0.6*d?0:0.7853981633974483
top=n<0.6*d?n:n-d
bottom=n<0.6*d?d:n+d
inverse=1/bottom
q=top*inverse
headShift=q*134217729
head=headShift-(headShift-q)
bottomHeadShift=bottom*134217729
bottomHead=bottomHeadShift-(bottomHeadShift-bottom)
turnedAtan(y,x,base,head,(top-head*bottomHead-head*(bottom-bottomHead))*inverse)

turnedAtan y x base head more
t=head+more
z=t*t
pPower2=z*z
pPower4=pPower2*pPower2
pPower8=pPower4*pPower4
p=((((0.19999999999935464+z*-0.1428571428032748)+pPower2*(0.11111110883652602+z*-0.09090903382897414))+pPower4*((0.0769221462307701+z*-0.06665625509889898)+pPower2*(0.0587408222092426+z*-0.05215505217076222)))+pPower8*(((0.04560431283838064+z*-0.03719864643961841)+pPower2*(0.02556657291316589+z*-0.012524248495594727))+pPower4*0.003134135814643434))
small=t*(z*(-0.33333333333333065+z*p))
turn=signOf(x)
sign=turn*signOf(abs(x)-abs(y))
high=(1-0.5*(turn+sign))*1.5707963267948966+sign*base
part=sign*head
sum=high+part
signOf(y)*(sum+(high-sum+part+(sign*(more+small)+high*3.8981718325193755e-17)))

log x
k=exponent(x*0.7071067811865476)+1
f=x*pow2(-k)-1
s=f/(2+f)
z=s*s
pPower2=z*z
pPower4=pPower2*pPower2
p=(((0.666666666666667+z*0.39999999999899033)+pPower2*(0.2857142862636936+z*0.222222110590978))+pPower4*((0.18182895054643194+z*0.1533151670058379)+pPower2*0.14619041484555698))
square=0.5*f*f
y=k*0.6931471803691238+(f-(square-(s*(square+z*p)+k*1.9082149292705877e-10)))
x>1e-307?x<1e307?y:specialLog(x):specialLog(x)

logOf v j more rest
k=exponent(v*0.7071067811865476)+1
f=v*pow2(-k)-1
n=k+j
s=f/(2+f)
z=s*s
pPower2=z*z
pPower4=pPower2*pPower2
p=(((0.666666666666667+z*0.39999999999899033)+pPower2*(0.2857142862636936+z*0.222222110590978))+pPower4*((0.18182895054643194+z*0.1533151670058379)+pPower2*0.14619041484555698))
square=0.5*f*f
high=f-square
low=f-high-square+s*(square+z*p)
whole=n*0.6931471803691238
sum=whole+high
sumRest=whole-sum+high+(low+n*1.9082149292705877e-10)
total=sum+more
total+(sum-total+more+(sumRest+rest))

specialLog x
x>0?x<1?logOf(x*18014398509481984,-54,0,0):x<1/0?logOf(x*5.551115123125783e-17,54,0,0):x:x==0?-1/0:0/0

log1p x
x==0?x:x>-1?x<9007199254740992?logOfSum(x,0):log(x):specialLog(1+x)

logOfSum x rest
v=1+x
k=exponent(v*0.7071067811865476)+1
scale=pow2(-k)
f=k==0?x:v*scale-1
lost=k==0?rest:((x<1?x-(v-1):1-(v-x))+rest)*scale
n=k
s=f/(2+f)
z=s*s
pPower2=z*z
pPower4=pPower2*pPower2
p=(((0.666666666666667+z*0.39999999999899033)+pPower2*(0.2857142862636936+z*0.222222110590978))+pPower4*((0.18182895054643194+z*0.1533151670058379)+pPower2*0.14619041484555698))
square=0.5*f*f
high=f-square
low=f-high-square+s*(square+z*p)
whole=n*0.6931471803691238
sum=whole+high
sumRest=whole-sum+high+(low+n*1.9082149292705877e-10)
sum+(sumRest+lost*(1-s)*(1-s+z))

log2 x
v=x<1e-307?x*18014398509481984:x<1e307?x:x*5.551115123125783e-17
n=x<1e-307?-54:x<1e307?0:54
a=1
aLow=0
b=1.4426950216293335
bLow=1.9259629911266175e-8
x>0?x<1/0?logToBase(v,n,a,aLow,b,bLow):x:specialLog(x)

log10 x
v=x<1e-307?x*18014398509481984:x<1e307?x:x*5.551115123125783e-17
n=x<1e-307?-54:x<1e307?0:54
a=0.30102999566395283
aLow=2.8363394551044964e-14
b=0.4342944771051407
bLow=4.798111141615973e-9
x>0?x<1/0?logToBase(v,n,a,aLow,b,bLow):x:specialLog(x)

logToBase v j a aLow b bLow
k=exponent(v*0.7071067811865476)+1
f=v*pow2(-k)-1
n=k+j
s=f/(2+f)
z=s*s
pPower2=z*z
pPower4=pPower2*pPower2
p=(((0.666666666666667+z*0.39999999999899033)+pPower2*(0.2857142862636936+z*0.222222110590978))+pPower4*((0.18182895054643194+z*0.1533151670058379)+pPower2*0.14619041484555698))
square=0.5*f*f
high=f-square
low=f-high-square+s*(square+z*p)
headShift=high*134217729
head=headShift-(headShift-high)
rest=high-head+low
part=head*b
whole=n*a
sum=whole+part
sum+(whole-sum+part+(rest*b+(head+rest)*bLow+n*aLow))

ndtr value
far=value>1.0607?0.5+0.5*farErf(value*0.7071067811865476):nearNdtr(value)
value>-0.7071067811865476?far:value>-39?tailNdtr(value):value<0?0:value

nearNdtr value
valueHeadShift=value*134217729
valueHead=valueHeadShift-(valueHeadShift-value)
x=value*-0.7071067811865476
xRest=valueHead*-0.7071067839860916-x+(valueHead*2.799544089368687e-9-(value-valueHead)*0.7071067811865476)
z=x*x
w=z*z
pEven=-0.3761263890318375+w*(-0.02686617064500171+w*(-0.0008548326873591713+w*(-0.000014925406175619352+w*(-1.6291146575407073e-7+w*(-8.677340983832215e-10)))))
pOdd=0.11283791670954699+w*(0.005223977623589157+w*(0.00012055325475477212+w*(0.0000016456854309463074+w*(1.413042037570693e-8))))
p=pEven+z*pOdd
one=1-x
0.5*(one+(1-one-x-(x*(0.1283791670955126+z*p)+1.1283791670955126*xRest)))

tailNdtr value
valueHeadShift=value*134217729
valueHead=valueHeadShift-(valueHeadShift-value)
t=-0.5*valueHead*valueHead
squareRest=0.5*(value-valueHead)*(value+valueHead)
x=value*-0.7071067811865476
xRest=valueHead*-0.7071067839860916-x+(valueHead*2.799544089368687e-9-(value-valueHead)*0.7071067811865476)
erfcTail(x,xRest,t,squareRest,0.5)

normpdf value
valueHeadShift=value*134217729
valueHead=valueHeadShift-(valueHeadShift-value)
t=-0.5*valueHead*valueHead
squareRest=0.5*(value-valueHead)*(value+valueHead)
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10+squareRest
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
sum=1+r
sumRest=r-(sum-1)+(even+odd+tail*sum)
e=sum+sumRest
eHeadShift=e*134217729
eHead=eHeadShift-(eHeadShift-e)
eRest=sum-eHead+sumRest
product=eHead*0.3989422768354416
y=product+(eHead*3.5659910885844774e-9+eRest*0.3989422804014327)
abs(value)<39?scaledExp(t,y,k):value==value?0:value

pow x y
size=abs(x)
v=size<1e-307?size*18014398509481984:size
e=exponent(v)
m=0.5*(v*pow2(1-e))
twice=nearest(m+m)
is15=(twice-2)*(4-twice)
is2=0.5*(twice-2)*(twice-3)
n=(size<1e-307?e-54:e)+is2
center=0.5*twice
f=m-center
d=m+center
inverse=1/d
s=f*inverse
sHeadShift=s*134217729
sHead=sHeadShift-(sHeadShift-s)
dHeadShift=d*134217729
dHead=dHeadShift-(dHeadShift-d)
dRest=m-(dHead-center)
sRest=inverse*(f-sHead*dHead-sHead*dRest)
zHead=sHead*sHead
zRest=sRest*(sHead+s)
zz=zHead+zRest
zzzz=zz*zz
pEven=0.6+zzzz*(0.3333333332180406+zzzz*(0.23076362421205535+zzzz*(0.17072708605335135)))
pOdd=0.42857142857155445+zzzz*(0.27272731098151004+zzzz*(0.20035425201007453))
p=pEven+zz*pOdd
uMore=zRest+zzzz*p
u=3+zHead+uMore
uHeadShift=u*134217729
uHead=uHeadShift-(uHeadShift-u)
uRest=uMore-(uHead-3-zHead)
product=sHead*uHead
productRest=sRest*u+sHead*uRest
w=product+productRest
wHeadShift=w*134217729
wHead=wHeadShift-(wHeadShift-w)
wRest=productRest-(wHead-product)
high=wHead*0.6666666567325592
low=wHead*9.934107462565104e-9+wRest*0.6666666666666666
whole=n*0.6931471805598903+is15*0.4054651081080465
nearL=whole+high
awayL=whole-nearL+high+(low+(n*5.497923018708371e-14+is15*1.1790280407716567e-13))
l=nearL+awayL
lHeadShift=l*134217729
lHead=lHeadShift-(lHeadShift-l)
lRest=nearL-lHead+awayL
power=abs(y)<18446744073709552000?y:y>0?18446744073709552000:-18446744073709552000
yHeadShift=power*134217729
yHead=yHeadShift-(yHeadShift-power)
t=yHead*lHead
tRest=(power-yHead)*lHead+power*lRest
k=nearest((t+tRest)*1.4426950408889634)
near=t-k*0.6931471805598903
away=tRest-k*5.497923018708371e-14
r=near+away
tail=near-r+away
one=1
oneRest=0
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
headShift=r*134217729
head=headShift-(headShift-r)
square=0.5*head*head
squareRest=0.5*(r-head)*(r+head)
small=squareRest+(z*z*ch+r*z*sh)+(tail+r*tail)
linear=one+r
quadratic=linear+square
mantissa=quadratic+(r-(linear-one)+(square-(quadratic-linear)+(oneRest+small)))
value=abs(t)<707?mantissa*pow2(k):scaledExp(t,mantissa,k)
(x>0?x<1/0?abs(y):1/0:1/0)<1/0?value:specialPow(x,y,value)

specialPow x y size
parity=y-2*floor(0.5*y)
sign=x==0?1/x:x
value=limitPow(abs(x),y,size)
signed=sign>0?value:parity==1?-value:parity==0?value:fractionalPow(x,y,value)
y==0?1:x==1?1:x!=x?x:y!=y?y:signed

fractionalPow x y value
x<0?x>-1/0?abs(y)<1/0?0/0:value:value:value

limitPow a y size
grows=a<1?-y:y
limit=grows>0?1/0:0
a==0?limit:a==1/0?limit:abs(y)<1/0?size:a==1?1:limit

erf x
abs(x)<0.75?smallErf(x):signOf(x)*farErf(abs(x))

smallErf x
z=x*x
w=z*z
pEven=-0.3761263890318375+w*(-0.02686617064500171+w*(-0.0008548326873591713+w*(-0.000014925406175619352+w*(-1.6291146575407073e-7+w*(-8.677340983832215e-10)))))
pOdd=0.11283791670954699+w*(0.005223977623589157+w*(0.00012055325475477212+w*(0.0000016456854309463074+w*(1.413042037570693e-8))))
p=pEven+z*pOdd
x+x*(0.1283791670955126+z*p)

farErf x
x<1.28125?middleErf(x):largeErf(x)

middleErf x
s=x-1
w=s*s
pEven=1.351169607113763e-8+w*(-0.4151074974205957+w*(0.06918458290369392+w*(0.004612305501503571+w*(-0.004777029549357295+w*(0.0012262594331877085+w*(-0.00019971159049063917+w*(0.000021880397619019162)))))))
pOdd=0.41510749742059466+w*(0.13836916580688025+w*(-0.0691845829058377+w*(0.015154718329026068+w*(-0.0018851945901368157+w*(0.00008564844436827575+w*(0.00001742751499923557))))))
p=pEven+s*pOdd
0.8427007794380188+p

largeErf x
u=(x-2)/(x+2)
w=u*u
gEven=0.25539567631050575+w*(0.24165819424243729+w*(0.003732892412386465+w*(-0.000847143687368428+w*(0.00004355659521833455+w*(0.00002773488831870398+w*(-0.000015690899402431923))))))
gOdd=-0.4271858474139599+w*(-0.0789785810154388+w*(0.00699746175979342+w*(-0.0009819800147950076+w*(0.00017442869414925936+w*(-0.00002765770222016306+w*(-0.00000254177437880849))))))
g=gEven+u*gOdd
x>6?1:1-exp(-(x*x))*g

erfc x
x<-0.75?1+farErf(-x):x<0.5?nearErfc(x):x<28?tailErfc(x):x>0?0:x

nearErfc x
z=x*x
w=z*z
pEven=-0.3761263890318375+w*(-0.02686617064500171+w*(-0.0008548326873591713+w*(-0.000014925406175619352+w*(-1.6291146575407073e-7+w*(-8.677340983832215e-10)))))
pOdd=0.11283791670954699+w*(0.005223977623589157+w*(0.00012055325475477212+w*(0.0000016456854309463074+w*(1.413042037570693e-8))))
p=pEven+z*pOdd
one=1-x
one+(1-one-x-x*(0.1283791670955126+z*p))

tailErfc x
xHeadShift=x*134217729
xHead=xHeadShift-(xHeadShift-x)
erfcTail(x,0,-(xHead*xHead),(x-xHead)*(x+xHead),1)

erfcTail x xRest t squareRest factor
k=nearest(t*1.4426950408889634)
near=t-k*0.6931471803691238
away=k*1.9082149292705877e-10+squareRest
r=near-away
tail=near-r-away
z=r*r
ch=0.04166666666666738+z*(0.001388888888859872+z*(0.000024801587728073886+z*(2.755702840197809e-7+z*(2.097029134911238e-9))))
sh=0.16666666666666669+z*(0.008333333333326823+z*(0.0001984126987789365+z*(0.000002755724722941529+z*(2.5109717341139595e-8))))
even=z*(0.5+z*ch)
odd=r*z*sh
sum=1+r
sumRest=r-(sum-1)+(even+odd+tail*sum)
e=sum+sumRest
eHeadShift=e*134217729
eHead=eHeadShift-(eHeadShift-e)
eRest=sum-eHead+sumRest
u=(x-2)/(x+2)
w=u*u
lowEven=0.04041365031507757+w*(-0.052807924527336125+w*(-0.026643388945501632+w*(0.004255434032364482+w*(-0.0007229625393870197+w*(0.00010662446033887736)))))
lowOdd=-0.09978014421961781+w*(0.07215331738975725+w*(-0.0031423248239550294+w*(0.0005129223578639781+w*(-0.0002053753057955986+w*(0.00007207230987901687)))))
low=lowEven+u*lowOdd
highEven=-0.000002502004113997896+w*(-0.000006268326874315216+w*(0.0000025305712190093934+w*(-3.084868742080479e-7+w*(-1.764837523054939e-7+w*(8.92045726042578e-8)))))
highOdd=-0.000018038105481444365+w*(0.00000200217191283815+w*(7.103117153898526e-7+w*(-4.736324867028879e-7+w*(1.680547664213087e-7+w*(-5.023118532769077e-8)))))
high=highEven+u*highOdd
cube=w*w*w
g=low+cube*cube*high
c=0.63+g
cHeadShift=c*134217729
cHead=cHeadShift-(cHeadShift-c)
cRest=0.63-cHead+g
product=eHead*cHead
productRest=eHead*cRest+eRest*c
divisor=x+0.625
dHeadShift=divisor*134217729
dHead=dHeadShift-(dHeadShift-divisor)
dRest=x-(dHead-0.625)+xRest
quotient=(product+productRest)/divisor
qShift=quotient*134217729
q=qShift-(qShift-quotient)
y=q+(product-q*dHead-q*dRest+productRest)/divisor
scaledExp(t,factor*y,k)

cbrt x
abs(x)>1e-300?abs(x)<1e300?cbrtOf(x,0):extremeCbrt(x):extremeCbrt(x)

extremeCbrt x
x==0?x:abs(x)<1?cbrtOf(x*18014398509481984,-18):abs(x)<1/0?cbrtOf(x*5.551115123125783e-17,18):x

cbrtOf x j
size=abs(x)
k=floor((exponent(size)+0.5)*0.3333333333333333)
scale=signOf(x)*pow2(k+j)
m=size*pow2(-3*k)
inverse=1/m
a0=0.6816776791958737
a1=0.36454062276289767
a2=-0.043313558371939176
a3=0.0023134568883166834
start=a0+a1*m+m*m*(a2+a3*m)
s=1-start*start*(start*inverse)
better=start+start*s*(0.3333333333333333+s*0.2222222222222222)
shift=better*68719476737
c=shift-(shift-better)
rest=(m-c*c*c)*inverse
(c+c*rest*(0.3333333333333333+rest*0.2222222222222222+rest*rest*0.1728395061728395))*scale

sin x
n=nearest(x*0.6366197723675814)
r0=x-n*1.5707963267923333
w1=n*2.5633441515839558e-12
r1=r0-w1
w2=n*1.0562999066987428e-23-(r0-r1-w1)
r=r1-w2
tail=r1-r-w2
abs(x)<0.78?sinOf(x,0):abs(x)<16384?sinOfTurned(n,r,tail):largeSin(x)

cos x
n=nearest(x*0.6366197723675814)
r0=x-n*1.5707963267923333
w1=n*2.5633441515839558e-12
r1=r0-w1
w2=n*1.0562999066987428e-23-(r0-r1-w1)
r=r1-w2
tail=r1-r-w2
abs(x)<0.78?cosOf(x,0):abs(x)<16384?sinOfTurned(n+1,r,tail):largeCos(x)

tan x
n=nearest(x*1.2732395447351628)
r0=x-n*0.7853981633961666
w1=n*1.2816720757919779e-12
r1=r0-w1
w2=n*5.281499533493714e-24-(r0-r1-w1)
r=r1-w2
tail=r1-r-w2
abs(x)<16384?x==0?x:tanOfTurned(n,r,tail):largeTan(x)

sinOf r tail
z=r*r
s=-0.16666666666666666+z*(0.008333333333331293+z*(-0.00019841269837051875+z*(0.0000027557316203987023+z*(-2.5051147150490575e-8+z*(1.5918966645919517e-10)))))
r==0?r:r+(r*z*s+tail*(1-0.5*z))

cosOf r tail
z=r*r
c=0.041666666666666664+z*(-0.0013888888888886446+z*(0.000024801587297401976+z*(-2.7557316600431846e-7+z*(2.0876013283158355e-9+z*(-1.1373512505405432e-11)))))
square=0.5*z
one=1-square
one+(1-one-square+(z*z*c-r*tail))

sinOfTurned n r tail
half=floor(0.5*n)
sign=1-2*(half-2*floor(0.5*half))
sign*(n==half+half?sinOf(r,tail):cosOf(r,tail))

tanOfTurned n r tail
z=r*r
w=z*z
pEven=0.33333333333333337+w*(0.05396825397694266+w*(0.008863254984746853+w*(0.0014597551332693542+w*(0.0003191790046543815))))
pOdd=0.1333333333332848+w*(0.02186948795235826+w*(0.00359176633104754+w*(0.000565557825282123)))
p=pEven+z*pOdd
more=r*z*p+tail*(1+z)
q=n-4*floor(0.25*n)
a=floor(0.25*(q+3))
b=1-floor(0.2*(q*q+1))
top=a+b*r
topRest=a-top+b*r+b*more
bottom=b-a*r
bottomRest=b-bottom-a*r-a*more
inverse=1/(bottom+bottomRest)
y=top*inverse
yHeadShift=y*134217729
yHead=yHeadShift-(yHeadShift-y)
headShift=bottom*134217729
head=headShift-(headShift-bottom)
yRest=y-yHead
rest=bottom-head
lost=top-yHead*head-yHead*rest-yRest*head-yRest*rest
y+(lost+topRest-y*bottomRest)*inverse

largeSin x
sinOfTurned(largeAngle(x,0),largeAngle(x,1),largeAngle(x,2))

largeCos x
sinOfTurned(largeAngle(x,0)+1,largeAngle(x,1),largeAngle(x,2))

largeTan x
angle=largeAngle(x,1)
j=nearest(angle*1.2732395447351628)
near=angle-j*0.7853981633974483
away=largeAngle(x,2)-j*3.061616997868383e-17
r=near+away
tanOfTurned(2*largeAngle(x,0)+j,r,near-r+away)

expf x
least=x<-709?-709:x
t=709.5<least?709.5:least
k=nearest(t*1.4426950408889634)
r=t-k*0.6931471805599453
qPower2=r*r
qPower4=qPower2*qPower2
q=(((0.5000000044237941+r*0.16666666370439748)+qPower2*(0.04166636072103538+r*0.00833338935635441))+qPower4*(0.0013940639444227601+r*0.000198458932138737))
grown=r*(1+r*q)
(1+grown)*pow2(k)

expm1f x
t=x<-709?-709:x
k=nearest(t*1.4426950408889634)
r=t-k*0.6931471805599453
qPower2=r*r
qPower4=qPower2*qPower2
q=(((0.5000000044237941+r*0.16666666370439748)+qPower2*(0.04166636072103538+r*0.00833338935635441))+qPower4*(0.0013940639444227601+r*0.000198458932138737))
grown=r*(1+r*q)
scale=pow2(k)
t<709?scale*grown-(1-scale):t*1e308

tanhf x
least=x<-30?-30:x
m=expm1f(2*(30<least?30:least))
m/(m+2)

logf x
k=exponent(x*0.7071067811865476)+1
f=x*pow2(-k)-1
s=f/(2+f)
z=s*s
pPower2=z*z
p=((0.6666666564877832+z*0.4000033451328362)+pPower2*(0.2853734807527806+z*0.2358145422841287))
y=k*0.6931471805599453+s*(2+z*p)
x>1e-307?x<1e307?y:specialLog(x):specialLog(x)

log1pf x
v=1+x
k=exponent(v*0.7071067811865476)+1
f=k==0?x:v*pow2(-k)-1
s=f/(2+f)
z=s*s
pPower2=z*z
p=((0.6666666564877832+z*0.4000033451328362)+pPower2*(0.2853734807527806+z*0.2358145422841287))
y=k*0.6931471805599453+s*(2+z*p)
v>1e-307?v<1e307?x==0?x:y:specialLog(v):specialLog(v)

erff x
z=x*x
pPower2=z*z
pPower4=pPower2*pPower2
p=(((1.1283791670820804+z*-0.37612638519131114)+pPower2*(0.11283773805838718+z*-0.026863119912161035))+pPower4*(0.00520030838074821+z*-0.0007692853099932707))
abs(x)<0.5?x*p:signOf(x)*(1-2*ndtrf(-1.4142135623730951*abs(x)))

erfcf x
2*ndtrf(-1.4142135623730951*x)

ndtrf x
size=abs(x)
t=40<size?40:size
pPower2=t*t
pPower4=pPower2*pPower2
p=(((0.49999999995635214+t*0.5083507323534227)+pPower2*(0.25129650353375055+t*0.07161575516225786))+pPower4*(0.011712565581325926+t*0.000896755617993893))
qPower2=t*t
qPower4=qPower2*qPower2
q=(((1+t*1.8145860171235975)+qPower2*(1.4504233037788017+t*0.6591696048332759))+qPower4*((0.18176726884954095+t*0.02935887119145422)+qPower2*0.002247835581381881))
far=expf(-0.5*t*t)*p/q
x>0?1-far:far

normpdff x
0.3989422804014327*expf(-0.5*x*x)
`;
